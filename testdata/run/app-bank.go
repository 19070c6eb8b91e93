// Accounts, transfers, and errors that say what they are: errors.Is, errors.As, wrapping, joining.
package main

import (
	"errors"
	"fmt"
	"sort"
)

var (
	ErrNoAccount = errors.New("no such account")
	ErrFrozen    = errors.New("account is frozen")
)

type InsufficientFunds struct {
	Account    string
	Have, Need int64
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("%s has %d.%02d, needs %d.%02d", e.Account, e.Have/100, e.Have%100, e.Need/100, e.Need%100)
}

func (e *InsufficientFunds) Short() int64 { return e.Need - e.Have }

type account struct {
	balance int64
	frozen  bool
}

type Bank struct {
	accounts map[string]*account
	log      []string
}

func (b *Bank) find(name string) (*account, error) {
	a, ok := b.accounts[name]
	if !ok {
		return nil, fmt.Errorf("%q: %w", name, ErrNoAccount)
	}
	if a.frozen {
		return a, fmt.Errorf("%q: %w", name, ErrFrozen)
	}
	return a, nil
}

func (b *Bank) Transfer(from, to string, amount int64) (err error) {
	defer func() {
		result := "ok"
		if err != nil {
			err = fmt.Errorf("transfer: %w", err)
			result = err.Error()
		}
		b.log = append(b.log, fmt.Sprintf("%s->%s %d: %s", from, to, amount, result))
	}()
	a, err := b.find(from)
	if err != nil {
		return err
	}
	c, err := b.find(to)
	if err != nil {
		return err
	}
	if a.balance < amount {
		return &InsufficientFunds{from, a.balance, amount}
	}
	a.balance -= amount
	c.balance += amount
	return nil
}

func main() {
	b := &Bank{accounts: map[string]*account{
		"ann": {balance: 10000}, "bob": {balance: 250}, "eve": {balance: 99, frozen: true},
	}}
	var all []error
	for _, t := range []struct {
		from, to string
		amount   int64
	}{{"ann", "bob", 2550}, {"bob", "ann", 5000}, {"eve", "ann", 1}, {"ann", "zoe", 1}, {"bob", "eve", 1}} {
		if err := b.Transfer(t.from, t.to, t.amount); err != nil {
			all = append(all, err)
			var short *InsufficientFunds
			switch {
			case errors.As(err, &short):
				fmt.Println("short by", short.Short(), "-", err)
			case errors.Is(err, ErrNoAccount):
				fmt.Println("unknown -", err)
			case errors.Is(err, ErrFrozen):
				fmt.Println("frozen -", err)
			}
		}
	}
	joined := errors.Join(all...)
	fmt.Printf("%v\n--\n", joined)
	fmt.Println(errors.Is(joined, ErrFrozen), errors.Is(joined, errors.ErrUnsupported), errors.Unwrap(joined) == nil)
	two := fmt.Errorf("both: %w and %w", ErrFrozen, ErrNoAccount)
	fmt.Println(two, errors.Is(two, ErrFrozen), errors.Is(two, ErrNoAccount), errors.Unwrap(two))
	names := make([]string, 0)
	for n := range b.accounts {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Printf("%-5s%8.2f %+v\n", n, float64(b.accounts[n].balance)/100, *b.accounts[n])
	}
	for i, l := range b.log {
		fmt.Println(i+1, l)
	}
}

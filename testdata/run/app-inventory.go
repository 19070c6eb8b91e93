// A store with commands that can be undone, observers, options and a report; everything behind interfaces.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

type SKU string

type Item struct {
	SKU   SKU
	Name  string
	Count int
	Price float64
	Added time.Time
	Tags  []string
}

type Event struct {
	What string
	Item Item
}

type Observer interface{ Notify(Event) }
type ObserverFunc func(Event)

func (f ObserverFunc) Notify(e Event) { f(e) }

type command interface {
	do(*Store) error
	undo(*Store)
	fmt.Stringer
}

type Store struct {
	items     map[SKU]*Item
	observers []Observer
	history   []command
	clock     func() time.Time
	limit     int
}

type Option func(*Store)

func WithClock(f func() time.Time) Option { return func(s *Store) { s.clock = f } }
func WithLimit(n int) Option              { return func(s *Store) { s.limit = n } }
func WithObserver(o Observer) Option      { return func(s *Store) { s.observers = append(s.observers, o) } }

func NewStore(opts ...Option) *Store {
	s := &Store{items: make(map[SKU]*Item), clock: time.Now, limit: 1 << 30}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Store) notify(what string, it *Item) {
	for _, o := range s.observers {
		o.Notify(Event{what, *it})
	}
}

type NotFound struct{ SKU }

func (e NotFound) Error() string { return "no item " + string(e.SKU) }

var ErrLimit = errors.New("over the limit")

type add struct{ item Item }

func (c *add) do(s *Store) error {
	if s.items[c.item.SKU] != nil {
		return fmt.Errorf("%s is there already", c.item.SKU)
	}
	if c.item.Count > s.limit {
		return fmt.Errorf("adding %d: %w", c.item.Count, ErrLimit)
	}
	it := c.item
	it.Added = s.clock()
	s.items[it.SKU] = &it
	s.notify("added", &it)
	return nil
}
func (c *add) undo(s *Store)  { delete(s.items, c.item.SKU) }
func (c *add) String() string { return "add " + string(c.item.SKU) }

type change struct {
	sku   SKU
	delta int
}

func (c change) do(s *Store) error {
	it, ok := s.items[c.sku]
	if !ok {
		return NotFound{c.sku}
	}
	if n := it.Count + c.delta; n < 0 || n > s.limit {
		return fmt.Errorf("%s: %d%+d: %w", c.sku, it.Count, c.delta, ErrLimit)
	}
	it.Count += c.delta
	s.notify("changed", it)
	return nil
}
func (c change) undo(s *Store)  { s.items[c.sku].Count -= c.delta }
func (c change) String() string { return fmt.Sprintf("%+d %s", c.delta, c.sku) }

func (s *Store) run(c command) error {
	if err := c.do(s); err != nil {
		return fmt.Errorf("%v: %w", c, err)
	}
	s.history = append(s.history, c)
	return nil
}

func (s *Store) undo() error {
	if len(s.history) == 0 {
		return errors.New("nothing to undo")
	}
	c := s.history[len(s.history)-1]
	s.history = s.history[:len(s.history)-1]
	c.undo(s)
	return nil
}

func (s *Store) report(w io.Writer, less func(a, b *Item) bool) (err error) {
	list := make([]*Item, 0, len(s.items))
	for _, it := range s.items {
		list = append(list, it)
	}
	sort.Slice(list, func(i, j int) bool { return less(list[i], list[j]) })
	bw := bufio.NewWriter(w)
	defer func() { err = errors.Join(err, bw.Flush()) }()
	total := 0.0
	for i, it := range list {
		fmt.Fprintf(bw, "%2d %-6s %-12.10s %5d x %8.2f = %10.2f %s %v\n", i+1, it.SKU, it.Name, it.Count, it.Price, float64(it.Count)*it.Price, it.Added.Format("15:04"), it.Tags)
		total += float64(it.Count) * it.Price
	}
	_, err = fmt.Fprintf(bw, "%s\n%48.2f\n", strings.Repeat("-", 48), total)
	return
}

func main() {
	now := time.Date(2026, 1, 2, 8, 0, 0, 0, time.UTC)
	counts := map[string]int{}
	s := NewStore(
		WithClock(func() time.Time { now = now.Add(7 * time.Minute); return now }),
		WithLimit(500),
		WithObserver(ObserverFunc(func(e Event) { counts[e.What]++ })),
		WithObserver(ObserverFunc(func(e Event) {
			if e.Item.Count < 5 {
				fmt.Println("low:", e.Item.Name, e.Item.Count)
			}
		})),
	)
	script := `add n1 nails 400 0.05 metal small
add h1 hammer 12 14.99 tool
add s1 screwdriver-set 3 29.5 tool set
add n1 again 1 1
change n1 -150
change n1 -300
change zz 1
change h1 -10
undo
add p1 paint 501 7
undo
undo
frob
undo
undo
undo
undo`
	for _, line := range strings.Split(script, "\n") {
		f := strings.Fields(line)
		var err error
		switch f[0] {
		case "add":
			n, e1 := strconv.Atoi(f[3])
			p, e2 := strconv.ParseFloat(f[4], 64)
			if err = errors.Join(e1, e2); err == nil {
				err = s.run(&add{Item{SKU: SKU(f[1]), Name: f[2], Count: n, Price: p, Tags: f[5:]}})
			}
		case "change":
			d, _ := strconv.Atoi(f[2])
			err = s.run(change{SKU(f[1]), d})
		case "undo":
			err = s.undo()
		default:
			err = fmt.Errorf("unknown command %q", f[0])
		}
		var nf NotFound
		if err != nil {
			fmt.Println("error:", err, errors.As(err, &nf), errors.Is(err, ErrLimit))
		}
		if f[0] == "change" && err == nil {
			s.report(os.Stdout, func(a, b *Item) bool { return a.SKU < b.SKU })
		}
	}
	fmt.Println(counts, len(s.items), len(s.history))
}

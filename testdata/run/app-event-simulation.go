// A shop with two tills, simulated: events in a heap, ordered by time and then by arrival.
package main

import (
	"container/heap"
	"fmt"
	"time"
)

type Event struct {
	at    time.Duration
	seq   int
	index int
	run   func()
}

type agenda []*Event

func (a agenda) Len() int { return len(a) }
func (a agenda) Less(i, j int) bool {
	if a[i].at != a[j].at {
		return a[i].at < a[j].at
	}
	return a[i].seq < a[j].seq
}
func (a agenda) Swap(i, j int) {
	a[i], a[j] = a[j], a[i]
	a[i].index, a[j].index = i, j
}
func (a *agenda) Push(x any) {
	e := x.(*Event)
	e.index = len(*a)
	*a = append(*a, e)
}
func (a *agenda) Pop() any {
	old := *a
	e := old[len(old)-1]
	old[len(old)-1] = nil
	*a = old[:len(old)-1]
	e.index = -1
	return e
}

type Sim struct {
	now    time.Duration
	seq    int
	agenda agenda
}

func (s *Sim) After(d time.Duration, run func()) *Event {
	e := &Event{at: s.now + d, seq: s.seq, run: run}
	s.seq++
	heap.Push(&s.agenda, e)
	return e
}
func (s *Sim) Cancel(e *Event) {
	if e.index >= 0 {
		heap.Remove(&s.agenda, e.index)
	}
}
func (s *Sim) Run() {
	for len(s.agenda) > 0 {
		e := heap.Pop(&s.agenda).(*Event)
		s.now = e.at
		e.run()
	}
}

func main() {
	var sim Sim
	start := time.Date(2024, time.February, 29, 9, 0, 0, 0, time.UTC)
	say := func(format string, args ...any) {
		fmt.Printf("%s %s\n", start.Add(sim.now).Format("15:04:05"), fmt.Sprintf(format, args...))
	}
	var line []string
	free := 2
	leave := map[string]*Event{}
	var serve func()
	serve = func() {
		for free > 0 && len(line) > 0 {
			who := line[0]
			line = line[1:]
			sim.Cancel(leave[who])
			free--
			say("%s is served", who)
			sim.After(time.Duration(60+10*len(who))*time.Second, func() {
				say("%s is done", who)
				free++
				serve()
			})
		}
	}
	for i, who := range []string{"Ann", "Bert", "Cleo", "Dora", "Emil", "Fritz", "Gustav"} {
		sim.After(time.Duration(i*i)*7*time.Second, func() {
			say("%s comes", who)
			line = append(line, who)
			leave[who] = sim.After(75*time.Second, func() {
				say("%s has enough", who)
				for i, w := range line {
					if w == who {
						line = append(line[:i], line[i+1:]...)
						break
					}
				}
			})
			serve()
		})
	}
	sim.After(5*time.Minute, func() { say("closing, %d waiting", len(line)) })
	sim.Run()
	fmt.Println(sim.now, sim.seq, sim.now.Minutes())
}

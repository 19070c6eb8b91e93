# flags: all=-N -l
## values
break values.go:111
run
info args
print numbers
print letters
print places
print c
print ls
print u8
print f64
print truth
print o.tags
print anon
print s
print col
print main.counter
print 'main.counter'
print 'main.origin'
print 'main.global'
print 'main.limit'
print $len(numbers)
print $len(s)
print $cap(numbers)
whatis numbers
whatis places
whatis f
ptype p
ptype o
ptype sh
ptype ls
ptype l
ptype global
print numbers[1]
print p->name
up
print r
info symbol main.build
## functions
info functions main\.[bs]
break main.show
run
bt 2
## goroutines
break main.build
run
bt
goroutine 1 bt
print 'runtime._Gwaiting'

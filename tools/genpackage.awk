# genpackage.awk - a package of about LINES lines, to measure the front end with:
#
#     awk -v lines=200000 -f tools/genpackage.awk >big.go
#
# Each unit is 87 lines of what ordinary code is made of: types with methods, an
# interface, constants, literals, loops, switches, closures, maps, a generic function.
# Units use each other. With -v fault=1 the last line has an error that only the
# checker finds, so that both compilers stop behind it: the front end alone.

function unit(i, prev) {
    prev = i > 0 ? i - 1 : 0
    printf "\n// Kind%d tells what an Item%d holds.\ntype Kind%d uint8\n\nconst (\n", i, i, i
    printf "\tEmpty%d Kind%d = iota\n\tNumber%d\n\tText%d\n\tList%d\n\tmask%d = 1<<List%d - 1\n)\n", i, i, i, i, i, i, i
    printf "\ntype Item%d struct {\n\tkind  Kind%d\n\tname  string\n\tvalue int64\n\titems []*Item%d\n\tindex map[string]int\n\tnext  *Item%d\n}\n", i, i, i, prev
    printf "\ntype Visitor%d interface {\n\tVisit(item *Item%d, depth int) (Visitor%d, error)\n}\n", i, i, i
    printf "\nfunc NewItem%d(name string, values ...int64) *Item%d {\n", i, i
    printf "\titem := &Item%d{kind: Number%d, name: name, index: make(map[string]int)}\n", i, i
    printf "\tfor i, v := range values {\n\t\tif v < 0 || v&mask%d == 3 {\n\t\t\tcontinue\n\t\t}\n", i
    printf "\t\titem.items = append(item.items, &Item%d{kind: Text%d, value: v * int64(i+1)})\n", i, i
    printf "\t\titem.index[name] += len(item.items)\n\t}\n\treturn item\n}\n"
    printf "\nfunc (t *Item%d) Sum(limit int64) (total int64, err error) {\n", i
    printf "\tswitch t.kind {\n\tcase Number%d, Text%d:\n\t\ttotal = t.value\n\tcase List%d:\n\t\tfor _, item := range t.items {\n", i, i, i
    printf "\t\t\tn, err := item.Sum(limit - total)\n\t\t\tif err != nil {\n\t\t\t\treturn 0, err\n\t\t\t}\n\t\t\ttotal += n\n\t\t}\n\t}\n"
    printf "\tif total > limit {\n\t\terr = Error(t.name + \": too much\")\n\t}\n\treturn total, err\n}\n"
    printf "\nfunc (t *Item%d) Walk(v Visitor%d, depth int) error {\n\tw, err := v.Visit(t, depth)\n", i, i
    printf "\tif err != nil || w == nil {\n\t\treturn err\n\t}\n\teach := func(item *Item%d) bool { return item.Walk(w, depth+1) == nil }\n", i
    printf "\tfor i := 0; i < len(t.items) && each(t.items[i]); i++ {\n\t\tdepth ^= i << 1\n\t}\n\treturn nil\n}\n"
    printf "\nfunc Largest%d[T int | int64 | float64](list []T, by func(T) bool) (best T) {\n", i
    printf "\tfor _, x := range list {\n\t\tif by(x) && x > best {\n\t\t\tbest = x\n\t\t}\n\t}\n\treturn\n}\n"
    printf "\nvar table%d = [...]struct {\n\tname string\n\tn    float64\n}{{\"one\", 1.5}, {\"two\", 2 * 0.25}, {\"three\", Largest%d([]float64{1, 2}, nil)}}\n", i, prev
    printf "\nfunc use%d() int {\n\titem := NewItem%d(\"x\", 1, 2, 3)\n\tn, _ := item.Sum(int64(len(table%d)))\n", i, prev, i
    printf "\treturn int(n) + Largest%d([]int{1, 2, int(n)}, func(x int) bool { return x%%2 == 0 })\n}\n", i
}

BEGIN {
    print "package big\n\ntype Error string\n\nfunc (e Error) Error() string { return string(e) }"
    per_unit = 87
    for (k = 0; k * per_unit < lines; k++)
        unit(k)
    if (fault)
        print "\nvar fault int = \"the checker stops here\""
}

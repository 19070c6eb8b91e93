package main

import (
	"fmt"
	"runtime/debug"
)

func main() {
	bi := &debug.BuildInfo{
		GoVersion: "go1.26",
		Path:      "example.com/a/cmd",
		Main:      debug.Module{Path: "example.com/a", Version: "(devel)"},
		Deps: []*debug.Module{
			{Path: "example.com/b", Version: "v1.2.3", Sum: "h1:xyz="},
			{Path: "example.com/c", Version: "v0.0.1", Replace: &debug.Module{Path: "../c", Version: "v2"}},
		},
		Settings: []debug.BuildSetting{{"-compiler", "gc"}, {"-ldflags", "-s -w"}, {"a key", "x=y"}, {"CGO_ENABLED", "0"}},
	}
	text := bi.String()
	fmt.Print(text)
	back, err := debug.ParseBuildInfo(text)
	fmt.Println(err, back.GoVersion == "", len(back.Deps), back.Deps[1].Replace.Path, back.Settings)
	for _, s := range []string{
		"mod\tonly\n", "dep\ta\tb\tc\td\n", "=>\ta\tb\tc\n", "path\tx\n=>\ta\n", "build\t\n", "build\t=x\n", "build\tkey\n", "build\ta b=c\n",
		"build\t\"a b\"x\n", "build\t\"a b\"\n", "build\t\"a\n", "build\ta=b c\n", "build\ta=\"b\n", "build\t\"a b\"=`c d`\n", "other\tline\n", "no end",
	} {
		bi, err := debug.ParseBuildInfo(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%+v\n", *bi)
	}
}

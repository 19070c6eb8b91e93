# Glass Go: a Go toolchain for linux/amd64.
#
#   make          builds bin/ggo, the tools under pkg/tool, and the library
#   make hello    builds and runs a first program, showing every command
#   make test     runs every case under testdata (T=testdata/ssa: a part)
#   make conformance GOROOT=DIR   runs an upstream Go's test/
#   make conformance-asm [GOROOT=DIR]   judges asm and objdump by a Go source tree and binutils
#   make bench    measures, beside gc where it is installed
#   make clean
#   make fuzz     runs the fuzzers of tools/fuzz (clang; FUZZTIME=60 seconds each)
#   SAN=1         with the address and undefined-behaviour sanitizers
#   CC=clang      with another compiler

CC      = gcc
AR      = ar
CFLAGS  = -O2 -g
WARN    = -Wall -Wextra -Wshadow -Wmissing-prototypes -Wredundant-decls
CPPFLAGS = -I. -I$(B) -D_XOPEN_SOURCE=700
T       = testdata

# ROOT has the shape of a GOROOT; with SAN it is one of its own, made of links.
ifdef SAN
B       = build/san
ROOT    = $(CURDIR)/build/san/root
BIN     = build/san/root/bin
TOOLDIR = build/san/root/pkg/tool/linux_amd64
CFLAGS  = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
LDFLAGS = -fsanitize=address,undefined -Wl,--build-id=sha1
else
B       = build
ROOT    = $(CURDIR)
BIN     = bin
TOOLDIR = pkg/tool/linux_amd64
LDFLAGS = -Wl,--build-id=sha1
endif

# A build starts many small processes: where the C library can be linked statically, each starts in
# half the time.
ifndef SAN
STATIC := $(shell mkdir -p $(B) && if [ ! -f $(B)/static ]; then echo 'int main(void) { return 0; }' >$(B)/static.c && \
    if $(CC) -static -o $(B)/static.out $(B)/static.c 2>/dev/null && $(B)/static.out; then echo -static; fi >$(B)/static; fi; cat $(B)/static)
endif

# The pipeline, in order.  A folder's .c files are one library or tool.
BASE      = base
OBJ       = assembler/obj
ASM       = assembler
COMPILE   = compiler/syntax compiler/types compiler/ir compiler/ssa compiler/amd64 compiler/object compiler
LINK      = linker
DRIVER    = driver
TOOLS     = nm pack buildid addr2line objdump

sources   = $(filter-out compiler/ssa/rulegen.c,$(wildcard $(addsuffix /*.c,$(1))))
objects   = $(patsubst %.c,$(B)/%.o,$(call sources,$(1)))

BASE_O    = $(call objects,$(BASE))
OBJ_O     = $(call objects,$(OBJ))
RULES_O   = $(B)/compiler/ssa/rewrite_generic.o $(B)/compiler/amd64/rewrite_amd64.o
ALL_TOOLS = $(addprefix $(TOOLDIR)/,compile asm link $(TOOLS))

all: $(BIN)/ggo $(BIN)/go $(ALL_TOOLS) library

$(TOOLDIR)/compile: $(call objects,$(COMPILE)) $(RULES_O) $(OBJ_O) $(BASE_O)
$(TOOLDIR)/asm:     $(call objects,$(ASM)) $(OBJ_O) $(BASE_O)
$(TOOLDIR)/link:    $(call objects,$(LINK)) $(BASE_O)
$(BIN)/ggo:         $(call objects,$(DRIVER)) $(BASE_O)
$(BIN)/runtests:    $(call objects,tools/runtests tools/harness) $(BASE_O)
$(BIN)/conformance: $(call objects,tools/conformance tools/harness) $(BASE_O)
$(BIN)/randprog:    $(call objects,tools/randprog) $(BASE_O)
$(BIN)/reduce:      $(call objects,tools/reduce) $(BASE_O)
$(BIN)/asmrows:     $(call objects,tools/asmrows) $(OBJ_O) $(BASE_O)
$(foreach t,$(TOOLS),$(eval $(TOOLDIR)/$(t): $(call objects,tools/$(t) tools/common) $(BASE_O)))
$(TOOLDIR)/objdump: $(OBJ_O)

$(ALL_TOOLS) $(BIN)/ggo $(BIN)/runtests $(BIN)/conformance $(BIN)/asmrows $(BIN)/randprog $(BIN)/reduce:
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) $(STATIC) -o $@ $(filter %.o,$^) -lpthread -lm

# Rewrite rules become C (compiler/ssa/rulegen.c).
$(B)/rulegen: $(B)/compiler/ssa/rulegen.o $(BASE_O)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ -lpthread -lm

$(B)/compiler/ssa/rewrite_generic.c: compiler/ssa/generic.rules $(B)/rulegen
	@mkdir -p $(@D)
	$(B)/rulegen generic $< $@

$(B)/compiler/amd64/rewrite_amd64.c: compiler/amd64/AMD64.rules $(B)/rulegen
	@mkdir -p $(@D)
	$(B)/rulegen amd64 $< $@

# Scripts that call go find ggo.
$(BIN)/go: | $(BIN)/ggo
	ln -sf ggo $@

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP -c -o $@ $<

$(B)/%.o: $(B)/%.c
	$(CC) -std=c11 $(CPPFLAGS) $(CFLAGS) $(WARN) -MMD -MP -c -o $@ $<

# The library, compiled by what was just built into a read-only part of the
# cache that every later build finds.
library: $(B)/library

$(B)/library: $(BIN)/ggo $(ALL_TOOLS) $(shell find runtime src pkg/include -type f) | $(addprefix $(ROOT)/,src pkg/include docs testdata VERSION)
	rm -rf $(ROOT)/pkg/cache
	GGO_STD= GGO_UPSTREAM= GGOCACHE=$(ROOT)/pkg/cache $(BIN)/ggo build std
	@touch $@

$(CURDIR)/build/san/root/%: | $(BIN)/ggo
	@mkdir -p $(@D)
	ln -sfn $(CURDIR)/$* $@

hello: all
	$(BIN)/ggo build -x -o build/hello testdata/run/hello.go
	./build/hello

test: all $(BIN)/runtests $(BIN)/randprog
	$(BIN)/runtests $(T)

conformance: all $(BIN)/conformance
	$(BIN)/conformance $(GOROOT)

conformance-asm: all
	UPSTREAM_GOROOT=$(GOROOT) .ci/referees/asm
	.ci/referees/binutils

bench: all
	tools/bench.sh

clean:
	rm -rf build bin pkg/tool pkg/cache

include tools/fuzz/rules.mk

.PHONY: all library hello test conformance conformance-asm bench clean
.DELETE_ON_ERROR:
.SECONDARY: $(RULES_O:.o=.c)
-include $(shell find $(B) -name '*.d' 2>/dev/null)

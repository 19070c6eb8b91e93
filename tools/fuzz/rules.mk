# The fuzzers (docs/fuzzing.md): clang, libFuzzer, the address and undefined-
# behaviour sanitizers.  Each is one target of targets.c, and needs the normal
# build for the files that it reads.  NULL + 0, which C2y allows and C11 does not,
# is let pass.

FUZZCC      = clang
FUZZSAN     = address,undefined -fno-sanitize=pointer-overflow
FUZZCFLAGS  = -O1 -g -fsanitize=fuzzer-no-link,$(FUZZSAN) -fno-sanitize-recover=undefined -fno-omit-frame-pointer -Dmain=tool_main
FUZZTIME    = 60
FUZZTARGETS = parser checker compile tree ssa asm objdump nm link
F           = build/fuzz

fuzzobjects = $(patsubst build/%,$(F)/%,$(1))

# What system.c defines in their place.
HIDDEN = read_file close_file write_file write_pieces append_file write_at write_fd read_fd parallel with_stack
$(F)/base/os.o: FUZZCFLAGS += $(foreach n,$(HIDDEN),-Dos_$(n)=system_$(n))

COMPILE_O = $(call objects,$(COMPILE)) $(RULES_O) $(OBJ_O)
$(addprefix $(F)/fuzz-,parser checker compile tree ssa): $(call fuzzobjects,$(COMPILE_O))
$(F)/fuzz-asm:     $(call fuzzobjects,$(call objects,$(ASM)) $(OBJ_O))
$(F)/fuzz-link:    $(call fuzzobjects,$(call objects,$(LINK)))
$(F)/fuzz-nm:      $(call fuzzobjects,$(call objects,tools/nm tools/common))
$(F)/fuzz-objdump: $(call fuzzobjects,$(call objects,tools/objdump tools/common) $(OBJ_O))

FUZZ_O = $(addprefix $(F)/tools/fuzz/,system.o mutate.o) $(call fuzzobjects,$(BASE_O))
$(F)/fuzz-%: tools/fuzz/targets.c $(FUZZ_O)
	$(FUZZCC) $(CPPFLAGS) -g -fsanitize=fuzzer,$(FUZZSAN) -DTOOL='"$*"' -o $@ $(filter %.c %.o,$^) -lpthread -lm

$(F)/%.o: %.c
	@mkdir -p $(@D)
	$(FUZZCC) -std=c11 -D_GNU_SOURCE $(CPPFLAGS) $(FUZZCFLAGS) -MMD -MP -c -o $@ $<

$(F)/%.o: build/%.c
	@mkdir -p $(@D)
	$(FUZZCC) -std=c11 $(CPPFLAGS) $(FUZZCFLAGS) -MMD -MP -c -o $@ $<

fuzz: all $(addprefix $(F)/fuzz-,$(FUZZTARGETS))
	for t in $(FUZZTARGETS); do tools/fuzz/run $$t $(FUZZTIME) || exit 1; done

.PHONY: fuzz

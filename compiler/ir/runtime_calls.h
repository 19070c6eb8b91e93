/* runtime_calls.h - functions of package runtime that compiled code calls, one
 * row each; include with RT defined.
 *
 *   RT(name, arguments, results, flags)
 *
 * Arguments and results are Go types, one letter each:
 *   p pointer   i int, uintptr   u uint64, int64   4 uint32, int32   2 uint16
 *   1 uint8     b bool   f float64   g float32   c complex128   s string
 *   S slice     e interface   C complex64
 * Flags: NoReturn: never comes back; the block that calls it ends there. */

/* allocation */
RT(newobject, "p", "p", 0)
RT(makeslice, "pii", "p", 0)
RT(makeslice64, "puu", "p", 0)
RT(growslice, "piiip", "S", 0)

/* memory */
RT(memmove, "ppi", "", 0)
RT(memclrNoHeapPointers, "pi", "", 0)
RT(memclrHasPointers, "pi", "", 0)
RT(typedmemmove, "ppp", "", 0)
RT(typedmemclr, "pp", "", 0)
RT(typedslicecopy, "ppipi", "i", 0)

/* comparison and hashing */
RT(memequal, "ppi", "b", 0)
RT(efaceeq, "ppp", "b", 0)
RT(ifaceeq, "ppp", "b", 0)
RT(cmpstring, "ss", "i", 0)
RT(memhash, "pii", "i", 0)
RT(strhash, "pi", "i", 0)
RT(interhash, "pi", "i", 0)
RT(nilinterhash, "pi", "i", 0)
RT(f32hash, "pi", "i", 0)
RT(f64hash, "pi", "i", 0)
RT(c64hash, "pi", "i", 0)
RT(c128hash, "pi", "i", 0)

/* strings */
RT(concatstring2, "pss", "s", 0)
RT(concatstring3, "psss", "s", 0)
RT(concatstring4, "pssss", "s", 0)
RT(concatstring5, "psssss", "s", 0)
RT(concatstrings, "pS", "s", 0)
RT(slicebytetostring, "ppi", "s", 0)
RT(stringtoslicebyte, "ps", "S", 0)
RT(stringtoslicerune, "ps", "S", 0)
RT(slicerunetostring, "pS", "s", 0)
RT(intstring, "pu", "s", 0)
RT(decoderune, "si", "4i", 0)
RT(countrunes, "s", "i", 0)

/* interfaces */
RT(convT, "pp", "p", 0)
RT(convTnoptr, "pp", "p", 0)
RT(convT16, "2", "p", 0)
RT(convT32, "4", "p", 0)
RT(convT64, "u", "p", 0)
RT(convTstring, "s", "p", 0)
RT(convTslice, "S", "p", 0)
RT(assertE2I, "pp", "p", 0)
RT(assertE2I2, "pp", "p", 0)
RT(panicdottypeE, "ppp", "", NoReturn)
RT(panicdottypeI, "ppp", "", NoReturn)
RT(panicnildottype, "p", "", NoReturn)

/* channels */
RT(makechan, "pi", "p", 0)
RT(makechan64, "pu", "p", 0)
RT(chansend1, "pp", "", 0)
RT(chanrecv1, "pp", "", 0)
RT(chanrecv2, "pp", "b", 0)
RT(closechan, "p", "", 0)
RT(chanlen, "p", "i", 0)
RT(chancap, "p", "i", 0)
RT(selectgo, "pppiib", "ib", 0)
RT(selectnbsend, "pp", "b", 0)
RT(selectnbrecv, "pp", "bb", 0)
RT(block, "", "", NoReturn)

/* maps */
RT(makemap_small, "", "p", 0)
RT(makemap, "pip", "p", 0)
RT(mapaccess1, "ppp", "p", 0)
RT(mapaccess2, "ppp", "pb", 0)
RT(mapaccess1_fat, "pppp", "p", 0)
RT(mapaccess2_fat, "pppp", "pb", 0)
RT(mapaccess1_fast32, "pp4", "p", 0)
RT(mapaccess1_fast64, "ppu", "p", 0)
RT(mapaccess1_faststr, "pps", "p", 0)
RT(mapaccess2_fast32, "pp4", "pb", 0)
RT(mapaccess2_fast64, "ppu", "pb", 0)
RT(mapaccess2_faststr, "pps", "pb", 0)
RT(mapassign, "ppp", "p", 0)
RT(mapassign_fast32, "pp4", "p", 0)
RT(mapassign_fast64, "ppu", "p", 0)
RT(mapassign_fast64ptr, "ppp", "p", 0)
RT(mapassign_faststr, "pps", "p", 0)
RT(mapdelete, "ppp", "", 0)
RT(mapclear, "pp", "", 0)
RT(mapIterStart, "ppp", "", 0)
RT(mapIterNext, "p", "", 0)

/* goroutines, defer, panic */
RT(newproc, "p", "", 0)
RT(deferproc, "p", "", 0)
RT(deferprocStack, "p", "", 0)
RT(deferreturn, "", "", 0)
RT(deferrangefunc, "", "e", 0)
RT(deferprocat, "pe", "", 0)
RT(gopanic, "e", "", NoReturn)
RT(gorecover, "", "e", 0)
RT(panicdivide, "", "", NoReturn)
RT(panicshift, "", "", NoReturn)
RT(panicwrap, "", "", NoReturn)
RT(panicrangestate, "i", "", NoReturn)
RT(panicmakeslicelen, "", "", NoReturn)
RT(panicunsafeslicelen, "", "", NoReturn)
RT(panicunsafeslicenilptr, "", "", NoReturn)
RT(panicunsafestringlen, "", "", NoReturn)
RT(panicunsafestringnilptr, "", "", NoReturn)

/* print */
RT(printlock, "", "", 0)
RT(printunlock, "", "", 0)
RT(printbool, "b", "", 0)
RT(printint, "u", "", 0)
RT(printuint, "u", "", 0)
RT(printhex, "u", "", 0)
RT(printfloat64, "f", "", 0)
RT(printfloat32, "g", "", 0)
RT(printcomplex128, "c", "", 0)
RT(printcomplex64, "C", "", 0)
RT(printstring, "s", "", 0)
RT(printpointer, "p", "", 0)
RT(printuintptr, "i", "", 0)
RT(printslice, "S", "", 0)
RT(printeface, "e", "", 0)
RT(printiface, "e", "", 0)
RT(printnl, "", "", 0)
RT(printsp, "", "", 0)

/* arithmetic */
RT(complex128div, "cc", "c", 0)
#undef RT

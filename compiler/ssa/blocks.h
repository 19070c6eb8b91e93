/* blocks.h - kinds of blocks, one row each.
 *
 *   BLOCK(name, controls, succs)   // meaning; succs -1: any number
 */
BLOCK(Invalid, 0, 0)
BLOCK(Plain,   0, 1) /* goes on to its only successor */
BLOCK(If,      1, 2) /* control is a bool: succs[0] if true, else succs[1] */
BLOCK(Defer,   1, 2) /* control is memory: succs[0]; succs[1] is where a recovered panic goes on */
BLOCK(First,   0, 2) /* always succs[0]; the other edge is dead (between opt and deadcode) */
BLOCK(Ret,     1, 0) /* control is a MakeResult, or memory when nothing is returned in registers */
BLOCK(RetJmp,  1, 0) /* control is a TailCall */
BLOCK(Exit,    1, 0) /* control is memory: ends in a call that does not return */
BLOCK(JumpTable, 2, -1) /* control 0 is the index, proved to be below the number of successors; control 1 the table's address */
/* amd64: the control is a Flags value; succs[0] if the condition holds, else succs[1] */
BLOCK(EQ,  1, 2)
BLOCK(NE,  1, 2)
BLOCK(LT,  1, 2)
BLOCK(LE,  1, 2)
BLOCK(GT,  1, 2)
BLOCK(GE,  1, 2)
BLOCK(OS,  1, 2) /* overflow set */
BLOCK(OC,  1, 2) /* overflow clear */
BLOCK(ULT, 1, 2)
BLOCK(ULE, 1, 2)
BLOCK(UGT, 1, 2)
BLOCK(UGE, 1, 2)
BLOCK(EQF, 1, 2) /* floats: equal and ordered */
BLOCK(NEF, 1, 2)
BLOCK(ORD, 1, 2) /* neither is NaN */
BLOCK(NAN, 1, 2)
#undef BLOCK

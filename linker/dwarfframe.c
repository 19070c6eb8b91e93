/* dwarfframe.c - .debug_frame: how to find the caller's frame at each pc.
 *
 * SP is lowered by pcsp(pc) since entry, so the canonical frame address (the
 * caller's SP before the call) is SP + pcsp + 8 (DWARF 5, section 6.4).  One
 * entry per function follows its pcsp table. */
#include "dwarf.h"
#include "pctab.h"

enum {
    CfaNop = 0x00, CfaAdvanceLoc1 = 0x02, CfaAdvanceLoc2 = 0x03, CfaAdvanceLoc4 = 0x04, CfaOffsetExtended = 0x05,
    CfaDefCfa = 0x0c, CfaDefCfaOffsetSf = 0x13, CfaAdvanceLoc = 0x40,
    RegSP = 7, RegReturn = 16, DataAlign = -4, CieSize = 16,
};

static void put_cie(Buf *b)
{
    size_t at = block_begin(b);
    buf_u32(b, UINT32_MAX); /* a CIE */
    buf_u8(b, 3);           /* version */
    buf_u8(b, 0);           /* no augmentation */
    buf_uleb(b, 1);         /* code alignment */
    buf_sleb(b, DataAlign);
    buf_uleb(b, RegReturn);
    buf_u8(b, CfaDefCfa);
    buf_uleb(b, RegSP);
    buf_uleb(b, 8);
    buf_u8(b, CfaOffsetExtended); /* the return address is at CFA - 8 */
    buf_uleb(b, RegReturn);
    buf_uleb(b, -8 / DataAlign);
    while ((b->len - at - 4) % CieSize)
        buf_u8(b, CfaNop);
    block_end(b, at);
}

static void advance(Buf *b, uint32_t delta)
{
    if (delta < 0x40) {
        buf_u8(b, (uint8_t)(CfaAdvanceLoc | delta));
    } else if (delta < 0x100) {
        buf_u8(b, CfaAdvanceLoc1);
        buf_u8(b, (uint8_t)delta);
    } else if (delta < 0x10000) {
        buf_u8(b, CfaAdvanceLoc2);
        buf_u16(b, (uint16_t)delta);
    } else {
        buf_u8(b, CfaAdvanceLoc4);
        buf_u32(b, delta);
    }
}

static void put_fde(Buf *b, const Sym *s)
{
    GoPctab t = func_rec(s).pctab[GoPcsp];
    size_t at = block_begin(b);
    buf_u32(b, 0); /* the CIE is at 0 */
    buf_u64(b, s->addr);
    buf_u64(b, s->size);
    PcIter it;
    pc_iter_init(&it, s->obj->sec[SecIdGoLine].data + t.off, t.size);
    uint32_t pc = 0;
    while (pc_iter_next(&it) && it.pc < s->size) {
        if (it.pc > pc)
            advance(b, it.pc - pc);
        pc = it.pc;
        buf_u8(b, CfaDefCfaOffsetSf);
        buf_sleb(b, ((int64_t)it.value + 8) / DataAlign);
    }
    while ((b->len - at - 4) % 8)
        buf_u8(b, CfaNop);
    block_end(b, at);
}

void dwarf_frame(Dwarf *d)
{
    Buf *b = &d->c->debug[OutDebugFrame];
    const SymList *text = &d->c->lists[SymText];
    put_cie(b);
    for (size_t i = 0; i < text->count; i++)
        put_fde(b, text->items[i]);
}

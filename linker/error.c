/* error.c - messages.
 *
 * They are collected and written when the link ends, so that the core writes
 * nothing itself and a driver can show them.  The wording is gc's linker's
 * where it has one: "main.main: relocation target main.f not defined". */
#include "link.h"

enum { MaxErrors = 20 };

void link_error(LinkCtx *c, const char *format, ...)
{
    if (c->too_many)
        return;
    c->errors++;
    if (c->errors > MaxErrors && !c->opt.no_limit) {
        buf_puts(&c->messages, "too many errors\n");
        c->too_many = true;
        return;
    }
    va_list args;
    va_start(args, format);
    buf_vprintf(&c->messages, format, args);
    va_end(args);
    buf_putc(&c->messages, '\n');
}

void link_fatal(LinkCtx *c, const char *format, ...)
{
    c->errors++;
    c->failed = true;
    buf_puts(&c->messages, "link: ");
    va_list args;
    va_start(args, format);
    buf_vprintf(&c->messages, format, args);
    va_end(args);
    buf_putc(&c->messages, '\n');
}

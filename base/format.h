/* format.h - vsnprintf, quickly for what makes up most names and tables. */
#ifndef BASE_FORMAT_H
#define BASE_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* As vsnprintf, with all its conversions. */
int format_into(char *out, size_t cap, const char *format, va_list args);

#endif

// A file that includes itself.
#include "err-include.s" // ERROR "include stack too deep"

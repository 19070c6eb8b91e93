package p

import "unsafe" // ERROR `"unsafe" imported and not used`
import "unsafe" // ERROR "unsafe redeclared in this block" `"unsafe" imported and not used`

var unsafe = 1 // ERROR `unsafe already declared through import of package unsafe \("unsafe"\)`

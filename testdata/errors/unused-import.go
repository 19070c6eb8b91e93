package p

import "unsafe" // ERROR `"unsafe" imported and not used`
import u "unsafe" // ERROR `"unsafe" imported as u and not used`
import . "unsafe" // ERROR `"unsafe" imported and not used`
import _ "unsafe"

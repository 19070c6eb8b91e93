package p

import unsafe
import 'a'
import ""
import "a b"

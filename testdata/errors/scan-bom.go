package p

var s = "a﻿b"
var ﻿x = 1

// The sizes in which small objects are allocated. They are the sizes of Go's own
// allocator, because cap of an appended slice shows them.

package runtime

const (
	numSizeClasses = 68
	maxSmallSize   = 32768
	pageShift      = 13
	pageSize       = 1 << pageShift
)

// classSize holds the object size of each class; class 0 stands for large objects.
var classSize = [numSizeClasses]uint32{0,
	8, 16, 24, 32, 48, 64, 80, 96, 112, 128,
	144, 160, 176, 192, 208, 224, 240, 256,
	288, 320, 352, 384, 416, 448, 480, 512,
	576, 640, 704, 768, 896, 1024,
	1152, 1280, 1408, 1536, 1792, 2048,
	2304, 2688, 3072, 3200, 3456, 4096,
	4864, 5376, 6144, 6528, 6784, 6912, 8192,
	9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384,
	18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
}

// classPages holds the pages of a span of each class, chosen so that little is left over.
var classPages = [numSizeClasses]uint8{0,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1,
	1, 1, 2, 1, 2, 1,
	2, 1, 3, 2, 3, 1,
	3, 2, 3, 4, 5, 6, 1,
	7, 6, 5, 4, 3, 5, 7, 2,
	9, 7, 5, 8, 3, 10, 7, 4,
}

// Classes by size: in steps of 8 bytes up to 1024, in steps of 128 above. Filled by
// sizeclassinit.
var (
	classOf8   [1024/8 + 1]uint8
	classOf128 [(maxSmallSize-1024)/128 + 1]uint8
)

func sizeclassinit() {
	c := uint8(1)
	for i := 0; i < len(classOf8); i++ {
		if uint32(i)*8 > classSize[c] {
			c++
		}
		classOf8[i] = c
	}
	for i := 0; i < len(classOf128); i++ {
		for 1024+uint32(i)*128 > classSize[c] {
			c++
		}
		classOf128[i] = c
	}
}

// sizeclass returns the class of the smallest objects that hold size bytes, which is at
// most maxSmallSize.
//
//go:nosplit
func sizeclass(size uintptr) uint8 {
	if size <= 1024 {
		return classOf8[(size+7)>>3]
	}
	return classOf128[(size-1024+127)>>7]
}

// roundupsize returns how many bytes an allocation of size bytes may use. Go's allocator
// puts a header of 8 bytes before objects over 512 bytes that hold pointers; ours needs
// none, but capacities are to be the same, so it is counted.
func roundupsize(size uintptr, noscan bool) uintptr {
	const header = 8
	if size > maxSmallSize-header {
		if size+pageSize < size {
			return size
		}
		return alignUp(size, pageSize)
	}
	if !noscan && size > 512 {
		return uintptr(classSize[sizeclass(size+header)]) - header
	}
	return uintptr(classSize[sizeclass(size)])
}

package syscall

// Flags of open.
const (
	O_RDONLY    = 0x0
	O_WRONLY    = 0x1
	O_RDWR      = 0x2
	O_ACCMODE   = 0x3
	O_CREAT     = 0x40
	O_EXCL      = 0x80
	O_NOCTTY    = 0x100
	O_TRUNC     = 0x200
	O_APPEND    = 0x400
	O_NONBLOCK  = 0x800
	O_NDELAY    = 0x800
	O_DSYNC     = 0x1000
	O_ASYNC     = 0x2000
	O_DIRECT    = 0x4000
	O_LARGEFILE = 0x0
	O_DIRECTORY = 0x10000
	O_NOFOLLOW  = 0x20000
	O_NOATIME   = 0x40000
	O_CLOEXEC   = 0x80000
	O_SYNC      = 0x101000
	O_RSYNC     = 0x101000
	O_FSYNC     = 0x101000
)

// Bits of a file's mode.
const (
	S_IFMT   = 0xf000
	S_IFSOCK = 0xc000
	S_IFLNK  = 0xa000
	S_IFREG  = 0x8000
	S_IFBLK  = 0x6000
	S_IFDIR  = 0x4000
	S_IFCHR  = 0x2000
	S_IFIFO  = 0x1000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200

	S_IRUSR, S_IWUSR, S_IXUSR  = 0x100, 0x80, 0x40
	S_IRGRP, S_IWGRP, S_IXGRP  = 0x20, 0x10, 0x8
	S_IROTH, S_IWOTH, S_IXOTH  = 0x4, 0x2, 0x1
	S_IRWXU, S_IRWXG, S_IRWXO  = 0x1c0, 0x38, 0x7
	S_IREAD, S_IWRITE, S_IEXEC = 0x100, 0x80, 0x40
)

// Types of directory entries.
const (
	DT_UNKNOWN = 0
	DT_FIFO    = 1
	DT_CHR     = 2
	DT_DIR     = 4
	DT_BLK     = 6
	DT_REG     = 8
	DT_LNK     = 10
	DT_SOCK    = 12
	DT_WHT     = 14
)

const (
	_AT_FDCWD            = -0x64
	_AT_REMOVEDIR        = 0x200
	_AT_SYMLINK_NOFOLLOW = 0x100
)

// Numbers of the system calls that this package makes.
const (
	SYS_READ         = 0
	SYS_WRITE        = 1
	SYS_CLOSE        = 3
	SYS_FSTAT        = 5
	SYS_LSEEK        = 8
	SYS_IOCTL        = 16
	SYS_PREAD64      = 17
	SYS_PWRITE64     = 18
	SYS_DUP          = 32
	SYS_GETPID       = 39
	SYS_EXIT         = 60
	SYS_KILL         = 62
	SYS_UNAME        = 63
	SYS_FCNTL        = 72
	SYS_FSYNC        = 74
	SYS_TRUNCATE     = 76
	SYS_FTRUNCATE    = 77
	SYS_GETCWD       = 79
	SYS_CHDIR        = 80
	SYS_FCHDIR       = 81
	SYS_FCHMOD       = 91
	SYS_FCHOWN       = 93
	SYS_UMASK        = 95
	SYS_GETTIMEOFDAY = 96
	SYS_GETUID       = 102
	SYS_GETGID       = 104
	SYS_GETEUID      = 107
	SYS_GETEGID      = 108
	SYS_GETPPID      = 110
	SYS_GETTID       = 186
	SYS_GETDENTS64   = 217
	SYS_OPENAT       = 257
	SYS_MKDIRAT      = 258
	SYS_FCHOWNAT     = 260
	SYS_NEWFSTATAT   = 262
	SYS_UNLINKAT     = 263
	SYS_RENAMEAT     = 264
	SYS_LINKAT       = 265
	SYS_SYMLINKAT    = 266
	SYS_READLINKAT   = 267
	SYS_FCHMODAT     = 268
	SYS_FACCESSAT    = 269
	SYS_UTIMENSAT    = 280
	SYS_PIPE2        = 293
)

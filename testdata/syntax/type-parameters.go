package p

type List[T any] struct {
	next *List[T]
	item T
}

type Number interface{ ~int | ~float64 }
type Pair[K comparable, V interface{ *K | []K }] struct {
	K
	v V
}
type Array[P *T,] []P
type Func[_, P any] = func(P) List[P]
type Len [N * 2]int
type Set[T comparable] = map[T]struct{}

func Map[T, U any](s []T, f func(T) U) (r []U)
func (l *List[T]) Push(x T) *List[T] { return &List[T]{l, x} }
func (Pair[K, _]) Key() (k K)        { return }

const N = 4

var (
	inst    = Map[int, string]
	partial = Map[int]
	lit     = Pair[int, []int]{1, nil}
	nested  = List[List[map[string]List[int]]]{}
	call    = Map[int, func() (int, bool)](nil, nil)
	index   = array[N](1) < (N) && N > (2)
	array   [N]func(int) int
)

func constrained[T interface{ m() }, S ~[]E, E fmt.Stringer](T, S) {}

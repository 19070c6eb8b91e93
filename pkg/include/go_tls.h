// Thread-local storage in assembly: the current g is the word at (TLS).

#ifdef GOARCH_amd64
#define get_tls(r) MOVQ TLS, r
#define g(r) 0(r)(TLS*1)
#endif

// Servers and clients on localhost: HTTP, TLS, RPC, UDP.

package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/rpc"
	"strings"
	"sync"
	"time"
)

type Arith int

func (Arith) Mul(a [2]int, r *int) error { *r = a[0] * a[1]; return nil }

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /hello/{name}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello %s from %s", r.PathValue("name"), r.Header.Get("X-Who"))
	})
	mux.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) { io.Copy(w, r.Body) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
		}
	})
	srv := &http.Server{Handler: mux}
	go srv.Serve(ln)
	base := "http://" + ln.Addr().String()
	req, _ := http.NewRequest("GET", base+"/hello/bob", nil)
	req.Header.Set("X-Who", "client")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		fmt.Println(err)
		return
	}
	body, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	fmt.Println(resp.Status, string(body), resp.Header.Get("Content-Type"))
	big := strings.Repeat("0123456789", 100000)
	var wg sync.WaitGroup
	var mu sync.Mutex
	good := 0
	for range 20 {
		wg.Go(func() {
			resp, err := http.Post(base+"/echo", "text/plain", strings.NewReader(big))
			if err != nil {
				fmt.Println(err)
				return
			}
			defer resp.Body.Close()
			b, err := io.ReadAll(resp.Body)
			mu.Lock()
			defer mu.Unlock()
			if err == nil && string(b) == big {
				good++
			}
		})
	}
	wg.Wait()
	fmt.Println("good", good)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	req, _ = http.NewRequestWithContext(ctx, "GET", base+"/slow", nil)
	_, err = http.DefaultClient.Do(req)
	fmt.Println(strings.Replace(err.Error(), base, "BASE", 1))
	cancel()
	resp, _ = http.Get(base + "/none")
	fmt.Println(resp.StatusCode)
	fmt.Println(srv.Shutdown(context.Background()))

	ts := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{"proto": r.Proto, "tls": r.TLS.Version == tls.VersionTLS13})
	}))
	ts.EnableHTTP2 = true
	resp, err = ts.Client().Get(ts.URL)
	if err != nil {
		fmt.Println(err)
	} else {
		body, _ = io.ReadAll(resp.Body)
		fmt.Print(string(body))
	}
	ts.Close()

	a, b := net.Pipe()
	rs := rpc.NewServer()
	rs.Register(Arith(0))
	go rs.ServeConn(a)
	c := rpc.NewClient(b)
	var prod int
	fmt.Println(c.Call("Arith.Mul", [2]int{6, 7}, &prod), prod)
	pc, _ := net.ListenPacket("udp", "127.0.0.1:0")
	uc, _ := net.Dial("udp", pc.LocalAddr().String())
	uc.Write([]byte("datagram"))
	buf := make([]byte, 100)
	n, _, err := pc.ReadFrom(buf)
	fmt.Println(string(buf[:n]), err)
	pc.SetDeadline(time.Now().Add(10 * time.Millisecond))
	_, _, err = pc.ReadFrom(buf)
	fmt.Println(err.(net.Error).Timeout())
	_, err = net.DialTimeout("tcp", "127.0.0.1:1", time.Second)
	fmt.Println(err)
	_, err = net.ParseMAC("x")
	fmt.Println(err)
}

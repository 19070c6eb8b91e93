// Package os and os/exec: programs are started, fed, waited for and killed.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

func main() {
	out, err := exec.Command("echo", "hello", "world").Output()
	fmt.Printf("%q %v\n", out, err)
	cmd := exec.Command("tr", "a-z", "A-Z")
	cmd.Stdin = strings.NewReader("some text")
	out, err = cmd.CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	fmt.Println(cmd.Wait(), cmd.Start())

	_, err = exec.Command("sh", "-c", "echo oops >&2; exit 3").Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		fmt.Println(exit, exit.ExitCode(), exit.Success(), exit.Exited(), string(exit.Stderr))
	}
	err = exec.Command("sh", "-c", "kill -TERM $$").Run()
	if errors.As(err, &exit) {
		fmt.Println(exit, exit.ExitCode(), exit.Exited(), exit.Sys().(syscall.WaitStatus).Signal())
	}
	fmt.Println(exec.Command("no such program").Run())
	fmt.Println(exec.Command("/no/such/program").Run())
	fmt.Println(exec.Command("/tmp").Run())
	fmt.Println((&exec.Cmd{}).Run())
	cmd = exec.Command("true")
	cmd.Dir = "/no/such/dir"
	fmt.Println(cmd.Run())

	cmd = exec.Command("sh", "-c", "pwd; echo $A $B; cat <&3")
	cmd.Dir = "/"
	cmd.Env = []string{"A=1", "B=2", "A=3", "PATH=" + os.Getenv("PATH")}
	r, w, _ := os.Pipe()
	fmt.Fprint(w, "from file 3\n")
	w.Close()
	cmd.ExtraFiles = []*os.File{r}
	var b bytes.Buffer
	cmd.Stdout = &b
	fmt.Println(cmd.Run())
	fmt.Print(b.String())

	cmd = exec.Command("cat")
	in, _ := cmd.StdinPipe()
	from, _ := cmd.StdoutPipe()
	fmt.Println(cmd.Start())
	fmt.Fprintln(in, "through a pipe")
	in.Close()
	text, err := io.ReadAll(from)
	fmt.Printf("%q %v %v\n", text, err, cmd.Wait())

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	err = exec.CommandContext(ctx, "sleep", "10").Run()
	fmt.Println(err, ctx.Err())

	p, err := os.StartProcess("/bin/sleep", []string{"sleep", "10"}, &os.ProcAttr{})
	fmt.Println(err, p.Signal(syscall.Signal(0)), p.Kill())
	state, err := p.Wait()
	fmt.Println(state, err, state.Pid() == p.Pid, p.Signal(os.Interrupt))
	_, err = p.Wait()
	fmt.Println(err)
	_, err = os.StartProcess("/dev/null", nil, &os.ProcAttr{})
	fmt.Println(err)
	fmt.Println(exec.Command("echo", "a b").String() != "", exec.Command("/bin/x", "y").String())
	_, err = exec.LookPath("")
	fmt.Println(err)
	var none *os.ProcessState
	fmt.Println(none, none.ExitCode())
	f, _ := os.FindProcess(os.Getpid())
	fmt.Println(f.Pid == os.Getpid(), f.Release(), f.Signal(syscall.Signal(0)))
}

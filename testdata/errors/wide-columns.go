package main

func main() {
	                                                                                                                                                                                                                                                          x := 1
                                                                                                                                                                                                                                                            y := 1
                                                                                                                                                                                                                                                             z := 1
                                                                                                                                                                                                                                                              z := undefinedname
}

package p

/* a comment
that never ends

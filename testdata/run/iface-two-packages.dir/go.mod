module two

go 1.26

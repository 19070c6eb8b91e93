module lt
go 1.26

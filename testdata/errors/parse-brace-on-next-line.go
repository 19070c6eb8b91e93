package p

func f()
{
}

func g(x int) {
	if x > 0
	{
	}
	for x < 10
	{
	}
}

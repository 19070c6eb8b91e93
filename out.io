/root/.pyenv/versions/3.11.7/bin/python3: can't open file '/tmp/lib/w/run.py': [Errno 2] No such file or directory

### Times as people say them.

time-now = now

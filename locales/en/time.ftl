### Times as people say them. Dates themselves come from CLDR.

time-now = now
time-minutes-ago = { $minutes } min
time-hours-ago = { $hours } h
time-yesterday-at = Yesterday at { $time }

### Zeiten, wie man sie sagt. Die Daten selbst kommen aus CLDR.

time-now = gerade eben
time-minutes-ago = { $minutes } Min.
time-hours-ago = { $hours } Std.
time-yesterday-at = Gestern um { $time }

### Les heures comme on les dit. Les dates viennent de CLDR.

time-now = à l’instant
time-minutes-ago = { $minutes } min
time-hours-ago = { $hours } h
time-yesterday-at = Hier à { $time }

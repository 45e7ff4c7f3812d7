### Las horas como las decimos. Las fechas vienen de CLDR.

time-now = ahora
time-minutes-ago = { $minutes } min
time-hours-ago = { $hours } h
time-yesterday-at = Ayer, { $time }

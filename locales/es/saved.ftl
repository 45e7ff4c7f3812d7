### Publicaciones guardadas: carpetas y recordatorios.

saved-all = Todo
saved-folders = Carpetas
saved-folder-tab = { $name } ({ $count })
saved-folder = Carpeta
saved-no-folder = Sin carpeta
saved-move = Mover
saved-remind = Recuérdamelo
saved-reminded = Recordatorio: { $when }
saved-remind-hint = En tu zona horaria, { $zone }. Déjalo vacío para no tener recordatorio.
saved-remind-too-soon = Elige una hora que aún no haya pasado.
saved-reminders-many = Ya tienes { $limit } recordatorios. Quita uno primero.
saved-folder-name = Nombre de la carpeta
saved-folder-new = Carpeta nueva
saved-folder-hint = Por ejemplo, recetas o para leer. Nadie más la ve.
saved-folder-create = Crear carpeta
saved-folder-delete = Eliminar carpeta
saved-folder-delete-text = Las publicaciones que contiene siguen guardadas.
saved-folder-name-missing = Pon un nombre a la carpeta.
saved-folder-name-taken = Ya tienes una carpeta con ese nombre.
saved-folders-many = Ya tienes { $limit } carpetas. Elimina una primero.
flash-folder-made = La carpeta está lista.
flash-folder-saved = La carpeta tiene otro nombre.
flash-folder-deleted = La carpeta ya no está.
flash-saved-moved = Movida.
flash-reminder-set = Te lo recordaremos.
flash-reminder-dropped = Ya no hay recordatorio.

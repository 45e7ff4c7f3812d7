### Groups: files, reports, events, and who may make what.

groups-tab-files = Archivos
groups-files-add = Añadir un archivo
groups-files-choose = Archivo
groups-files-hint = Hasta { $size }. Se guarda tal cual y aquí nunca se abre.
groups-files-none-title = Aún no hay archivos
groups-files-none-text = Aquí estarán los planes, listas y papeles que necesitan los miembros.
groups-files-missing = Por favor, elige un archivo.
groups-files-by = { $name }, { $time }
groups-files-waits = Espera revisión
groups-files-will-wait = Alguien mirará tu archivo antes de que lo vean los demás.
groups-files-delete-title = ¿Quitar este archivo?
groups-files-delete-text = Desaparecerá para todos.
groups-files-waiting =
    { $count ->
        [0] Archivos
       *[other] Archivos ({ $count })
    }
groups-may-not-files = En este grupo solo añaden archivos quienes lo cuidan.
groups-may-not-photos = En este grupo solo publican fotos quienes lo cuidan.
groups-may-not-polls = En este grupo solo hacen encuestas quienes lo cuidan.
groups-may-not-events = En este grupo solo crean eventos quienes lo cuidan.
groups-makers-members = Todos los miembros
groups-makers-moderators = Quienes lo cuidan
groups-makers-events = Quién crea eventos
groups-makers-polls = Quién hace encuestas
groups-makers-photos = Quién publica fotos
groups-makers-files = Quién añade archivos
groups-reports =
    { $count ->
        [0] Denuncias
       *[other] Denuncias ({ $count })
    }
groups-reports-about = Sobre { $name }
groups-reports-hidden = No puedes ver de qué trata. Por favor, pásala a la comunidad.
groups-reports-shared = La moderación de la comunidad también la tiene.
groups-reports-settled = Denuncias resueltas
groups-reports-handle = Resuelta
groups-reports-handle-hint = Lo que hagas aquí resuelve la denuncia. Nadie sabrá quién la hizo.
groups-reports-dismiss = Nada que hacer
groups-reports-pass-on = Pasar a la comunidad
groups-reports-remove = Quitarlo
groups-reports-state-handled = Se hizo algo
groups-reports-state-dismissed = No había nada que hacer
groups-reports-state-passed = Pasada a la comunidad
groups-call-word = moderación
groups-call-hint = Escribe @{ $word } para avisar a quienes cuidan el grupo.
groups-tab-events = Eventos
groups-events-new = Nuevo evento
groups-events-none-title = Aún no hay eventos
groups-events-none-text = Aquí estará lo que el grupo quiere hacer en común.
events-audience-group = Quienes leen el grupo
groups-events-in = Un evento del grupo { $group }
groups-invite-typed = Otras personas de la comunidad, por su nombre
groups-act-report-handled = { $name } resolvió una denuncia
groups-act-report-dismissed = { $name } no vio nada que hacer en una denuncia
groups-act-report-passed-on = { $name } pasó una denuncia a la comunidad
groups-act-file-approved = { $name } aprobó un archivo de { $about }
groups-act-file-removed = { $name } quitó un archivo de { $about }
groups-told-file-pending = { $name } añadió un archivo que puedes revisar
groups-told-called = { $name } llama a quienes cuidan un grupo
groups-told-report = Hay una denuncia en un grupo que cuidas
groups-kind-called = Llaman a quienes cuidan un grupo
groups-kind-report = Una denuncia en un grupo que cuidas
flash-group-file-added = El archivo ya está.
flash-group-file-waits = El archivo está entregado. Alguien lo mirará.
flash-group-file-removed = El archivo se quitó.
flash-reported = Gracias. Alguien lo mirará.
reports-title = Denunciar
reports-text = Quien lo escribió no sabrá que lo denunciaste.
reports-text-group = Primero lo ven quienes cuidan el grupo { $group }. No sabrán quién lo denunció. Lo urgente llega también enseguida a la moderación de la comunidad.
reports-reason = ¿Qué tiene de malo?
reports-child-safety = Un menor está en peligro
reports-violence = Violencia o amenazas

### Cuidar la comunidad.

admin-title = Administración
admin-menu = Administración
admin-overview = Resumen
admin-members = Miembros
admin-stat-members =
    { $count ->
        [one] miembro
       *[other] miembros
    }
admin-stat-week = esta semana
admin-stat-waiting = piden unirse
admin-stat-messages = mensajes por atender
admin-one-admin = Solo una persona puede cuidar este lugar. Nombra a una segunda, para que nadie se quede fuera si pierdes la contraseña.
admin-health = Estado de las cosas
admin-database = Base de datos
admin-mail = Correo
admin-mail-on = El correo se envía.
admin-mail-filed = No hay servidor de correo. Solo esta máquina llega al servidor, así que los correos se guardan en la carpeta «mail», para hacer pruebas.
admin-mail-off = No hay servidor de correo, así que no sale ningún correo. Quien olvide la contraseña necesita un código tuyo.
admin-jobs = Trabajo de fondo
admin-jobs-waiting =
    { $count ->
        [one] { $count } tarea espera
       *[other] { $count } tareas esperan
    }
admin-dead = Tareas que fallaron
admin-dead-text = Se intentaron muchas veces. Arregla la causa y prueba otra vez.
admin-dead-kind = Tarea
admin-dead-tries = Intentos
admin-dead-discard = Descartar
admin-dead-discard-text = Se olvida y no se intenta nunca más. Los correos que contenga no se envían.
admin-dead-error = Qué falló
flash-admin-job-discarded = La tarea está olvidada.
flash-admin-job-retried = La tarea se intentará otra vez.
approval-title = Solicitudes para unirse
approval-waiting =
    { $count ->
        [one] { $count } persona espera.
       *[other] { $count } personas esperan.
    }
approval-empty-title = Nadie espera
approval-empty-text = Cuando alguien pida unirse, leerás aquí sus respuestas.
approval-choose-all = Elegir todas
approval-choose-one = Elegir a { $name }
approval-choose = Marca al menos a una persona.
approval-person = Persona
approval-answers = Respuestas
approval-asked = Pedido
approval-second = Segundo intento
approval-approve = Dejar entrar
approval-reason = Motivo del rechazo, se envía a la persona
approval-reason-needed = Indica un motivo. La persona lo lee y puede responder una vez.
approval-no-proof = Sin prueba de trabajo
approval-declined-title = Solicitudes rechazadas
approval-declined-text =
    { $days ->
        [one] Lo rechazado queda aquí un día. Quien entra al final lo sabe por correo, si confirmó su dirección.
       *[other] Lo rechazado queda aquí { $days } días. Quien entra al final lo sabe por correo, si confirmó su dirección.
    }
approval-declined-empty = Nadie ha sido rechazado últimamente
approval-declined-reason = Motivo indicado
approval-after-all = Dejar entrar de todos modos
flash-approval-approved = Hecho: ya están dentro.
flash-approval-declined = Rechazado. Leerán tu motivo al iniciar sesión.
admin-settings-title = Ajustes de la comunidad
admin-tagline = Una línea sobre ella
admin-tagline-hint = Aparece en la página de bienvenida.
admin-members-invite = Los miembros pueden invitar
admin-members-invite-hint = Quienes llevan un tiempo participando, unas pocas personas al mes.
admin-questions = Preguntas a quienes piden unirse
admin-questions-hint = Hasta cinco. A quienes vienen con invitación no se les pregunta.
admin-question = Pregunta { $number }
admin-question-required = Hace falta respuesta
admin-place = Dirección, hora y edad
admin-address-fixed = Fijada por el operador fuera de estas páginas.
admin-time-zone = Zona horaria de la comunidad
admin-age = Edad mínima
admin-age-hint = En años; con 0 no se pregunta.
admin-operator = Quién lleva este lugar
admin-operator-hint = Estos datos aparecen en el aviso legal y en el de privacidad. En muchos países la ley los exige.
admin-operator-name = Persona, asociación o empresa
admin-operator-address = Dirección postal
admin-operator-email = Correo público
admin-operator-phone = Teléfono
admin-operator-responsible = Responsable del contenido
admin-operator-responsible-hint = Nombre y dirección de una persona, donde la ley lo pida.
flash-admin-saved = Guardado.
admin-pages-title = Páginas
admin-pages-text = Cada página trae un texto en cada idioma. Cambia lo que deba decirse de otro modo.
admin-pages-page = Página
admin-pages-own = texto propio
admin-page-title = Editar página
admin-page-own = Vuestro propio texto
admin-page-shipped = El texto que vino con el programa
admin-page-heading = Título
admin-page-body = Texto
admin-page-hint = Markdown: ## para títulos, - para listas, **negrita**, [palabras](dirección). Las palabras entre llaves, como la del nombre de la comunidad, se rellenan solas.
admin-page-preview = Vista previa
admin-page-revert = Volver al texto original
admin-page-revert-text = Vuestro propio texto de esta página en este idioma desaparecerá.
flash-admin-page-saved = La página se ha guardado.
flash-admin-page-reverted = El texto original ha vuelto.
admin-inbox-title = Mensajes
admin-inbox-text = Lo que se ha escrito por el formulario de contacto.
admin-inbox-open = Pendientes
admin-inbox-handled = Atendidos
admin-inbox-member = Miembro
admin-inbox-handle = Marcar como atendido
admin-inbox-reopen = Marcar como pendiente
admin-inbox-empty = No hay mensajes aquí
admin-inbox-empty-text = El formulario de contacto está abierto a todo el mundo, con o sin cuenta.
admin-log-title = Registro
admin-log-text = Quién del equipo hizo qué, lo más nuevo primero.
admin-log-empty = Todavía no ha pasado nada
admin-log-when = Cuándo
admin-log-who = Quién
admin-log-what = Qué
admin-log-program = El programa
log-setup = Puso en marcha la comunidad
log-settings = Cambió los ajustes
log-page-saved = Cambió una página
log-page-reverted = Volvió al texto original de una página
log-invite-revoked = Retiró la invitación de alguien
log-approved = Dejó entrar a alguien
log-declined = Rechazó una solicitud
log-message-handled = Marcó un mensaje como atendido
log-message-reopened = Marcó un mensaje como pendiente
log-job-discarded = Descartó una tarea fallida
log-job-retried = Intentó otra vez una tarea fallida
log-role = Cambió el papel de alguien
log-suspended = Suspendió una cuenta
log-unsuspended = Levantó una suspensión
log-recovery-code = Dio un código de recuperación
log-messages-looked = Miró mensajes denunciados
log-mail-again = Dejó que salgan cartas otra vez a una dirección

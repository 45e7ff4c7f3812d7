### Qué se envía a los miembros: sus elecciones, la página tras «no recibir más» y cómo sale el correo.

delivery-settings = Correo
delivery-settings-text = Qué llega a tu buzón y con qué frecuencia
delivery-no-server = Esta comunidad no envía correo, así que no llega nada. Lo que elijas aquí contará cuando lo haga.
delivery-needs-address = Las cartas van a una dirección confirmada, y aún no tienes ninguna.
delivery-own-failing = Hace poco volvieron cartas a { $address }. Si la dirección es correcta, no hay que hacer nada; si no, elige otra.
delivery-own-stopped = Las cartas a { $address } volvieron una y otra vez, así que allí solo van las que tratan de tu cuenta. ¿Existe el buzón y queda sitio en él?
delivery-again = Probar otra vez
delivery-other-address = Otra dirección
delivery-digest = Resumen de lo que te perdiste
delivery-digest-hint = Avisos y publicaciones de tus amistades que no has visto, a las ocho de la mañana. Si no hay nada nuevo, no llega nada.
delivery-digest-off = Nunca
delivery-digest-daily = Cada día
delivery-digest-daily-hint = Solo si no estuviste aquí el día anterior
delivery-digest-weekly = Cada semana
delivery-only-account = Solo cartas sobre mi cuenta
delivery-only-account-hint = Enlaces para entrar, cambios de contraseña o dirección, decisiones sobre ti. Estas llegan siempre.
delivery-stop-title = Cartas para ti
delivery-stop-what = ¿Qué debe dejar de llegar?
delivery-stop-digest = El resumen de lo que me perdí
delivery-stop-rest = Todo menos las cartas sobre mi cuenta
delivery-stop = No recibir más
delivery-stopped-digest = Ya no recibes ningún resumen.
delivery-stopped-rest = Ya solo recibes cartas sobre tu cuenta.
delivery-stop-rest-too = Tampoco lo demás, salvo lo que trata de mi cuenta
delivery-resume = Deshacer: enviarlas de nuevo
delivery-stop-more = Puedes elegir con más detalle en tus ajustes:
delivery-title = Correo
delivery-text = Cómo salen las cartas, qué fue de ellas y qué direcciones no funcionan.
delivery-way = Cómo sale el correo
delivery-server = Servidor de correo
delivery-sender = Remitente
delivery-line = Conexión
delivery-encrypted = Cifrada.
delivery-open = Sin cifrar; el servidor está en esta máquina.
delivery-signs-in = Con usuario y contraseña.
delivery-no-user = No hay usuario puesto.
delivery-pace = Ritmo
delivery-per-minute =
    { $count ->
        [one] Como mucho { $count } carta por minuto; las de cuentas nunca esperan.
        [many] Como mucho { $count } cartas por minuto; las de cuentas nunca esperan.
       *[other] Como mucho { $count } cartas por minuto; las de cuentas nunca esperan.
    }
delivery-test = Enviarme una carta de prueba
delivery-test-hint = En la línea de órdenes se cuenta cada paso, y qué hacer donde termina:
delivery-no-address = Tu cuenta no tiene una dirección confirmada. Pon antes una en tus ajustes.
delivery-counts = Qué fue de las cartas
delivery-waiting =
    { $count ->
        [0] No espera ninguna carta.
        [one] { $count } carta espera su turno.
        [many] { $count } cartas esperan su turno.
       *[other] { $count } cartas esperan su turno.
    }
delivery-outcome = Cartas
delivery-day = 24 horas
delivery-week = 7 días
delivery-sent = Enviadas
delivery-refused = Rechazadas: no hay tal buzón
delivery-failed = Intentos fallidos
delivery-held = Retenidas: la dirección no funciona
delivery-troubles = Direcciones que no funcionan
delivery-troubles-text = Tras varios rechazos en días distintos, allí solo van cartas sobre la cuenta. Una carta que llega lo termina; probar otra vez, también.
delivery-address = Dirección
delivery-state = Estado
delivery-answer = Qué dijo el servidor de correo
delivery-state-failing = Rechazada
delivery-state-stopped = En reposo
delivery-records = Para que las cartas no parezcan no deseadas
delivery-records-text = Los buzones preguntan al dominio del remitente si una carta puede venir de allí. Añade estos registros donde gestiones el dominio. Kith no los consulta; las órdenes de abajo sí.
delivery-spf = Dice qué servidores pueden enviar por el dominio. Si ya existe, añade el servidor; solo puede haber uno. Quizá tu proveedor indique otro texto.
delivery-dkim = Contiene la clave con la que tu servidor firma las cartas. El servidor o su proveedor crea la clave y te da nombre y texto; «selector» está en lugar de una palabra que eligen ellos.
delivery-dmarc = Dice qué pasa con las cartas para las que no vale ninguno de los dos y adónde van los informes. Para empezar con cuidado, escribe p=none.
delivery-record-name = Nombre
delivery-record-value = Texto
delivery-record-check = Cómo comprobarlo
flash-delivery-again = Las cartas van allí de nuevo.
flash-delivery-test = Una carta de prueba va en camino.

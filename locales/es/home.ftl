### La página de inicio: pestañas, la regla de las publicaciones, la línea de la última visita y lo que hay al lado.

home-title = Inicio
home-compose = Escribir una publicación
home-compose-photos = Fotos
home-tabs = Qué publicaciones
home-tab-everything = Todo
home-tab-friends = Amigos
home-rule = Lo más nuevo primero: publicaciones de las personas que sigues y lo que se escribe en sus perfiles.
home-rule-with-everyone = Lo más nuevo primero: publicaciones de las personas que sigues y, mientras sean pocas, lo que otros escriben para todos aquí.
home-rule-with-tags = Lo más nuevo primero: publicaciones de las personas que sigues, lo que se escribe en sus perfiles y lo que otros escriben para todos aquí con una etiqueta que sigues.
home-rule-friends = Lo más nuevo primero: publicaciones de tus amigos y lo que se escribe en sus perfiles.
home-first = Arriba, porque quieres ver primero a estas personas
home-caught-up = Ya estás al día
home-caught-up-text = Lo que sigue ya estaba en tu última visita.
home-new-posts =
    { $count ->
        [one] { $count } publicación nueva
       *[other] { $count } publicaciones nuevas
    }
home-end-title = Eso es todo
home-end-text = Has llegado al principio.
home-back-up = A las publicaciones más nuevas
home-empty-title = Por ahora hay silencio
home-empty-text = Saluda, añade una foto para que te reconozcan y encuentra a quienes conoces. Sus publicaciones se reunirán aquí.
home-add-photo = Añadir una foto
home-say-hello = Saludar
home-hello = Hola, soy { $name }.
home-empty-friends-title = Aún no hay publicaciones de amigos
home-empty-friends-text = Cuando tengas amigos aquí, los leerás en esta página, lo más nuevo primero.
home-find-people = Buscar personas
home-requests = Solicitudes de amistad
home-suggestions = Personas que quizá conozcas
home-see-all = Ver todo
home-add-friend = Añadir a { $name } como amigo
home-in-common =
    { $count ->
        [one] { $count } amigo en común
       *[other] { $count } amigos en común
    }

### Choices about privacy, and whom one keeps away from.

privacy-title = Privacidad
privacy-who-sees = Quién ve lo que comparto
privacy-who-reaches = Quién puede acercarse
privacy-who-finds = Quién me encuentra
privacy-my-wall = Mi perfil como muro
privacy-default-audience = Las publicaciones nuevas van a
privacy-default-audience-hint = Así empieza cada publicación; puedes cambiarlo siempre.
privacy-friends-list = Mi lista de amistades
privacy-friends-list-hint = Los demás siguen viendo las amistades en común.
privacy-comments = Quién puede comentar
privacy-comments-hint = Cada publicación puede decir otra cosa.
privacy-comments-same = Quien ve la publicación
privacy-comments-friends = Amistades
privacy-comments-nobody = Nadie
privacy-requests = Quién puede enviarme solicitudes
privacy-follow = Quién puede seguirme sin ser amistad
privacy-everyone = Todo el mundo aquí
privacy-friends-of-friends = Amistades de amistades
privacy-nobody = Nadie
privacy-wall = Quién puede escribir en mi perfil
privacy-wall-friends = Amistades
privacy-wall-nobody = Solo yo
privacy-wall-audience = Quién ve lo que escriben ahí
privacy-profile-audience = Quién puede encontrar mi perfil
privacy-profile-audience-hint = Lo que escribes para todo el mundo muestra tu nombre y tu foto en cualquier caso.
privacy-profile-community = La gente de aquí
privacy-profile-world = Todo el mundo, también sin cuenta
privacy-in-directory = Aparecer en el directorio
privacy-in-directory-hint = Tus amistades te encuentran igualmente.
privacy-in-suggestions = Que me sugieran a amistades de amistades
privacy-in-suggestions-hint = Como alguien que quizá conozcan.
privacy-limit-past = Limitar publicaciones pasadas
privacy-limit-past-text = Restringe de una vez todo lo que has escrito en tu perfil hasta ahora. Antes te decimos cuántas publicaciones son.
privacy-limit-past-friends = Limitar a amistades
privacy-limit-past-self = Limitar a solo yo
privacy-limit-past-friends-count =
    { $count ->
        [0] Ninguna de tus publicaciones llega más allá de tus amistades. No hay nada que cambiar.
        [one] { $count } publicación que escribiste para todo el mundo o para todos los miembros la verán solo tus amistades.
       *[other] { $count } publicaciones que escribiste para todo el mundo o para todos los miembros las verán solo tus amistades.
    }
privacy-limit-past-self-count =
    { $count ->
        [0] Todas tus publicaciones son ya solo para ti. No hay nada que cambiar.
        [one] { $count } publicación que ahora ven otras personas la verás solo tú.
       *[other] { $count } publicaciones que ahora ven otras personas las verás solo tú.
    }
privacy-limit-past-once = No se puede deshacer de una vez, solo publicación por publicación. Lo que escribiste en perfiles de otras personas queda como está.
privacy-blocking = Bloqueos, silencios, restricciones
privacy-blocking-hint = De quién te alejas, y el camino de vuelta.
privacy-blocking-open = Ver las listas
privacy-blocked = Bloqueados
privacy-blocked-hint = Para ambos es como si el otro no estuviera.
privacy-blocked-empty = No has bloqueado a nadie.
privacy-muted = Silenciados
privacy-muted-hint = Sus publicaciones no salen en tu inicio.
privacy-muted-empty = No has silenciado a nadie.
privacy-restricted = Restringidos
privacy-restricted-hint = Amistades que solo ven de ti lo que ve todo el mundo aquí.
privacy-restricted-empty = No has restringido a nadie.
flash-privacy-saved = Tus elecciones están guardadas.
privacy-elsewhere = Fotos, recuerdos, cumpleaños
privacy-elsewhere-text = Esto tiene sus propias páginas: quién puede etiquetarte en fotos y si lo revisas antes, qué vuelve a aparecerte de años anteriores y quién ve tu cumpleaños.
privacy-photo-tags = Quién puede etiquetarme en fotos

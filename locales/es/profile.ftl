### Profiles: the tabs, what they hold, editing, other eyes.

profile-profile = Perfil
profile-tab-posts = Publicaciones
profile-tab-about = Información
profile-tab-friends = Amistades
profile-tab-photos = Fotos
profile-about-title = Sobre { $name }
profile-friends-title = Amistades de { $name }
profile-photos-title = Fotos de { $name }
profile-friends-count =
    { $count ->
        [one] { $count } amistad
        [many] { $count } de amistades
       *[other] { $count } amistades
    }
profile-more = Más sobre { $name }
profile-photo-of = Foto de { $name }
profile-photo = Foto
profile-see-all = Ver todo
profile-intro-title = En breve
profile-write-own = Escribe algo
profile-write-to = Escribe algo a { $name }
profile-no-posts-title = No hay nada que leer aquí
profile-no-posts-text = O aún no se ha escrito nada, o es para otras personas.
profile-no-photos-title = No hay fotos aquí
profile-no-photos-text = Aquí aparecen las fotos de publicaciones compartidas contigo.
profile-no-friends = Nadie todavía.
profile-common-title = Amistades en común
profile-list-kept = La lista completa no se comparte contigo.
profile-languages = Idiomas
profile-languages-more = Más idiomas
profile-languages-find = Buscar un idioma
profile-languages-none = No hay ningún idioma con ese nombre. Puedes escribirlo abajo.
profile-languages-named = ¿No está en la lista?
profile-languages-named-hint = Escribe cómo lo llamas; si son varios, sepáralos con comas.
profile-languages-wrong =
    { $max ->
        [one] Elige como mucho { $max } idioma y escribe los nombres con letras, sin otros signos.
        [many] Elige como mucho { $max } de idiomas y escribe los nombres con letras, sin otros signos.
       *[other] Elige como mucho { $max } idiomas y escribe los nombres con letras, sin otros signos.
    }
profile-birthday = Cumpleaños
profile-birth-year = Año de nacimiento
profile-birth-year-wrong = Revisa el año de nacimiento.
profile-day = Día
profile-month = Mes
profile-joined = Aquí desde
profile-who-sees = Quién lo ve
profile-audience-world = Todo el mundo, en todas partes
profile-audience-community = Todo el mundo aquí
profile-audience-friends = Amistades
profile-audience-self = Solo yo
profile-field-about = Sobre mí
profile-field-work = Trabajo
profile-field-school = Estudios
profile-field-town = Vive en
profile-field-home-town = Es de
profile-field-relationship = Vive con
profile-field-hobbies = Aficiones
profile-field-offers = Puede ayudar con
profile-field-seeks = Busca
profile-field-website = Sitio web
profile-field-email = Correo para contacto
profile-field-phone = Teléfono
profile-field-own = Una línea propia
profile-own-title = Título
profile-own-text = Texto de la línea
profile-fields-hint = Rellena lo que quieras. Cada línea tiene su propio público.
profile-fields-too-many =
    { $max ->
        [one] Cabe { $max } línea.
        [many] Caben { $max } de líneas.
       *[other] Caben { $max } líneas.
    }
profile-field-needs-title = Una línea propia necesita un título.
profile-website-wrong = Un sitio web empieza por https://
profile-edit = Editar perfil
profile-show = Ver perfil
profile-name = Tu nombre
profile-intro = Una línea sobre ti
profile-intro-hint = Aparece bajo tu nombre y la ve quien ve tu perfil.
profile-pronouns = Pronombres
profile-avatar = Foto de perfil
profile-avatar-hint = Se muestra el centro de la foto en un círculo.
profile-cover = Foto de portada
profile-cover-hint = La imagen ancha de tu perfil.
profile-focus = Parte de la portada que se ve
profile-focus-start = La parte de arriba
profile-focus-center = El centro
profile-focus-end = La parte de abajo
profile-choose-photo = Elige una foto
profile-crop = La parte que se verá
profile-crop-hint = Mueve la foto con el dedo, el ratón o las flechas del teclado.
profile-crop-zoom = Ampliar
profile-crop-bad = La parte elegida no está dentro de la foto. Elige la foto de nuevo.
profile-describe-photo = Descripción para quien no la ve
profile-save-photo = Guardar foto
profile-remove-photo = Quitar foto
profile-view-as = Ver como otros
profile-view-as-them = Ver mi perfil con sus ojos
profile-as-stranger = Esto ve un miembro que no es tu amistad.
profile-as-visitor = Esto ve quien no ha iniciado sesión.
profile-as-unseen = Quienes visitan sin cuenta no encuentran tu perfil. Solo leen lo que escribiste para todo el mundo.
profile-as-friend = Esto ve { $name }.
profile-as-stranger-short = Como miembro
profile-as-visitor-short = Como visitante
profile-as-friend-short = Como amistad
flash-profile-saved = Tu perfil está guardado.
profile-tab-albums = Álbumes

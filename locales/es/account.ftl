### Nombre, nombre corto, correo y contraseña: etiquetas, pistas y qué falla en lo escrito.

account-name-label = Nombre
account-name-hint = Como te conocen tus vecinos. Sirve cualquier escritura.
account-name-missing = Escribe un nombre, por favor.
account-name-length = Este nombre es demasiado largo. Caben hasta { $most } caracteres.
account-name-character = «{ $character }» no puede formar parte de un nombre.
account-name-shape = Un nombre necesita al menos una letra.
account-name-mixed-scripts = Aquí se mezclan letras parecidas de escrituras distintas. Usa una sola escritura en cada palabra.
account-name-look-alike = Podría confundirse con el nombre de este lugar o de quien lo cuida. Elige otro, por favor.
account-handle-label = Nombre corto
account-handle-hint = Tu dirección aquí, para menciones y enlaces. Puedes cambiarlo cada 14 días y los enlaces antiguos siguen funcionando.
account-handle-length = Un nombre corto tiene de { $least } a { $most } caracteres.
account-handle-character = «{ $character }» no se puede usar aquí. Valen letras, cifras y _ . - entre ellas.
account-handle-shape = Un nombre corto tiene al menos una letra. Los puntos y guiones van entre letras o cifras, de uno en uno.
account-handle-reserved = Este nombre está reservado para el propio sitio. Elige otro, por favor; tu propio nombre va bien.
account-handle-look-alike = Se parece demasiado a un nombre que ya existe. Elige otro, por favor; basta con añadir un número o un segundo nombre.
account-handle-taken = Alguien aquí ya tiene este nombre. Elige otro, por favor; basta con añadir un número o un segundo nombre.
account-handle-too-soon =
    { $days ->
        [one] Lo cambiaste hace poco. Podrás cambiarlo de nuevo dentro de { $days } día.
        [many] Lo cambiaste hace poco. Podrás cambiarlo de nuevo dentro de { $days } días.
       *[other] Lo cambiaste hace poco. Podrás cambiarlo de nuevo dentro de { $days } días.
    }
account-email-label = Correo
account-email-confirmed = Confirmado
account-email-unconfirmed = Sin confirmar
account-email-remove = Quitar mi dirección
account-email-remove-text = Sin dirección no podemos enviarte enlaces. Si olvidas la contraseña, solo podrás volver a entrar con un código que te entregue la administración.
account-email-form = Esta dirección parece incompleta. Una se ve así: nombre@example.org.
account-email-length = Esta dirección es demasiado larga.
account-email-taken = Esta dirección ya pertenece a una cuenta de aquí.
account-password = Contraseña
account-password-text = Una contraseña nueva cierra tu sesión en todos los demás sitios.
account-password-rule = Al menos 10 caracteres. Unas cuantas palabras seguidas se recuerdan bien y se adivinan mal.
account-password-strength = Fuerza
account-password-short = Demasiado corta. Necesita al menos { $least } caracteres.
account-password-long = Demasiado larga. Caben hasta { $most } caracteres.
account-password-common = La usa muchísima gente, así que es la primera que se prueba.
account-password-personal = Se parece demasiado a tu nombre, tu dirección o el nombre de este lugar.
account-password-keyboard = Las filas de teclas se adivinan fácilmente.
account-password-repeats = Las repeticiones se adivinan fácilmente.
account-password-sequence = Las series como abc o 6543 se adivinan fácilmente.
account-password-date = Las fechas se adivinan fácilmente.
account-password-word = Una sola palabra o un nombre se adivina fácilmente. Añade algo más.
account-password-weak = Fácil de adivinar. Añade una o dos palabras.
account-password-good = Buena.
account-password-strong = Fuerte.
account-password-wrong = Esta no es tu contraseña actual.
account-current-password = Contraseña actual
account-new-password = Contraseña nueva
account-change-password = Cambiar la contraseña

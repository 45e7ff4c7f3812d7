### Mensajes a quienes llevan la comunidad.

contact-name = Tu nombre
contact-email = Tu correo
contact-email-hint = Para que alguien pueda responderte.
contact-email-member = Correo para la respuesta
contact-email-member-hint = Opcional.
contact-subject = Asunto
contact-body = Mensaje
flash-contact-sent = Gracias, tu mensaje ha llegado.
contact-sent-already = Este mensaje ya se envió. Recarga la página para escribir otro.
contact-mail-subject = Mensaje para { $site }: { $subject }
contact-mail = { $from } escribió por el formulario de contacto: { $text }

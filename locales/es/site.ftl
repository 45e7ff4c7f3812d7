### La comunidad misma: sus páginas y ajustes.

site-operator-name-missing = Quienes llevan el sitio aún no han dado su nombre.
site-operator-address-missing = Quienes llevan el sitio aún no han dado una dirección postal.
site-operator-email-missing = Quienes llevan el sitio aún no han dado una dirección de correo. El formulario de contacto les llega.
site-operator-phone-missing = Quienes llevan el sitio no han dado un número de teléfono.
site-operator-responsible-missing = Quienes llevan el sitio aún no han nombrado a nadie.
site-time-zone-unknown = No existe esa zona horaria. Elige una de la lista.
site-language-missing = Elige al menos un idioma.
site-address-form = Escribe la dirección como aparece en el navegador, empezando por http:// o https:// y sin nada después del nombre.
site-page-welcome = Bienvenida
site-page-about = Acerca de
site-page-rules = Normas de la casa
site-page-terms = Condiciones de uso
site-page-privacy = Aviso de privacidad
site-page-imprint = Aviso legal
site-page-contact = Contacto
site-page-changed = Cambiada el { $date }
site-page-own-elsewhere = La comunidad ha escrito su propia versión de esta página en otro idioma:

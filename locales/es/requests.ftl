### What the door says about requests and uploads.

error-not-understood = No se ha podido entender lo que enviaste. Vuelve atrás, recarga la página e inténtalo de nuevo.
error-origin = Este formulario se envió desde otro sitio, así que no se ha hecho nada. Abre la página aquí y envíalo desde ella.
error-photo-too-large = Esta foto es demasiado grande. Una foto puede tener hasta { $max } MB.
error-too-many-photos = Son demasiadas fotos para una publicación. Caben hasta { $max }.
error-go-home = Ir a la página de inicio

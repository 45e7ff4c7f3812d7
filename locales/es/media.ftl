### Photos: why one was not taken, and what helps.

media-problem-empty = El archivo está vacío. Elige otro.
media-problem-too-large = La foto ocupa más de { $size } MB. Elige una más pequeña.
media-problem-not-a-picture = Esto no es una foto que se pueda mostrar aquí. Sirven JPEG, PNG, GIF y WebP.
media-problem-unsupported-format = Las imágenes { $format } no se pueden mostrar aquí. Guárdala como JPEG o PNG e inténtalo de nuevo.
media-problem-too-many-pixels = La imagen tiene más puntos de los que se pueden tratar aquí. Hazla más pequeña e inténtalo de nuevo.
media-problem-too-many-frames = Esta animación tiene demasiados fotogramas. Elige una más corta.
media-problem-damaged = La imagen está dañada y no se pudo leer hasta el final. Guárdala de nuevo e inténtalo otra vez.
media-problem-took-too-long = Leer esta imagen llevó demasiado tiempo. Guárdala como JPEG e inténtalo de nuevo.
media-problem-storage-full = Ahora mismo no queda sitio para más fotos en este servidor. Quienes lo llevan deben hacer espacio; tu texto está a salvo.
media-problem-quota = Tus fotos han llenado tus { $size } MB. Borra algunas que ya no necesites e inténtalo de nuevo.
media-problem-gone = Una de las fotos ya no está. Elígela otra vez.
media-problem-processing = Una de las fotos aún no está lista. Inténtalo de nuevo en un momento.

### Archivos en mensajes que no son fotos.

messages-files-add = Añadir archivos
messages-files-most =
    { $limit ->
        [one] { $limit } archivo de hasta { $size }
       *[other] Hasta { $limit } archivos de { $size } como máximo cada uno
    }
messages-too-many-files =
    { $limit ->
        [one] Un mensaje puede llevar { $limit } archivo.
       *[other] Un mensaje puede llevar hasta { $limit } archivos.
    }
messages-files =
    { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }
messages-files-held =
    { $count ->
        [one] { $count } archivo. Podrás guardarlo cuando aceptes.
       *[other] { $count } archivos. Podrás guardarlos cuando aceptes.
    }
messages-file-keep = Enviar también
messages-file-document = Documento
messages-file-text = Texto
messages-file-audio = Sonido
messages-file-archive = Comprimido
messages-file-empty = «{ $name }» está vacío. Elige otro archivo.
messages-file-too-large = «{ $name }» ocupa más de { $size } MB. Elige un archivo más pequeño.
error-file-too-large = Este archivo es demasiado grande. Un archivo puede ocupar hasta { $max } MB.
messages-file-kind = «{ $name }» es de un tipo que no se puede enviar aquí. Suelen poder enviarse documentos, textos, sonido y archivos comprimidos.
messages-file-gone = Uno de los archivos ya no está. Elígelo otra vez.
messages-file-quota = Tus fotos y archivos han ocupado tus { $size } MB. Borra lo que ya no necesites y vuelve a intentarlo.

### La página de administración para ellos.

admin-files-title = Archivos en mensajes
admin-files-text-above = Quienes participan pueden enviarse archivos además de fotos. Se conservan tal cual y solo se guardan, nunca se abren aquí. Nunca se aceptan programas ni páginas web.
admin-files-kinds = Qué se puede enviar
admin-files-documents = Documentos: PDF, archivos de oficina, libros
admin-files-text = Textos y tablas
admin-files-audio = Sonido
admin-files-archives = Comprimidos como ZIP
admin-files-size = Tamaño máximo de un archivo, en MB
admin-files-size-hint = De 1 a { $most }.

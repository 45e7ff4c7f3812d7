### Números y tamaños abreviados. $number ya viene escrito con las cifras del idioma.

number-thousands = { $number } mil
number-millions = { $number } M
number-billions = { $number } mil M
size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB

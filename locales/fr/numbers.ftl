### Nombres et tailles abrégés. $number est déjà écrit avec les chiffres de la langue.

number-thousands = { $number } k
number-millions = { $number } M
number-billions = { $number } Md
size-bytes =
    { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
size-kilobytes = { $number } ko
size-megabytes = { $number } Mo
size-gigabytes = { $number } Go

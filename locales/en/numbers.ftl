### Shortened numbers and sizes. $number is already written out with the digits of the language.

number-thousands = { $number }K
number-millions = { $number }M
number-billions = { $number }B
size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB

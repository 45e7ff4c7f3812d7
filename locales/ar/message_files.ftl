### ملفات في الرسائل غير الصور.

messages-files-add = إضافة ملفات
messages-files-most =
    { $limit ->
        [zero] لا يمكن إرسال ملفات، الحجم الأقصى { $size }
        [one] ملف واحد لا يتجاوز { $size }
        [two] ملفان على الأكثر، كل منهما لا يتجاوز { $size }
        [few] { $limit } ملفات على الأكثر، كل منها لا يتجاوز { $size }
        [many] { $limit } ملفًا على الأكثر، كل منها لا يتجاوز { $size }
       *[other] { $limit } ملف على الأكثر، كل منها لا يتجاوز { $size }
    }
messages-too-many-files =
    { $limit ->
        [zero] لا يمكن إرفاق ملفات بالرسالة.
        [one] يمكن إرفاق ملف واحد بالرسالة.
        [two] يمكن إرفاق ملفين بالرسالة على الأكثر.
        [few] يمكن إرفاق { $limit } ملفات بالرسالة على الأكثر.
        [many] يمكن إرفاق { $limit } ملفًا بالرسالة على الأكثر.
       *[other] يمكن إرفاق { $limit } ملف بالرسالة على الأكثر.
    }
messages-files =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
messages-files-held =
    { $count ->
        [zero] لا ملفات هنا.
        [one] ملف واحد. يمكن حفظه بعد القبول.
        [two] ملفان. يمكن حفظهما بعد القبول.
        [few] { $count } ملفات. يمكن حفظها بعد القبول.
        [many] { $count } ملفًا. يمكن حفظها بعد القبول.
       *[other] { $count } ملف. يمكن حفظها بعد القبول.
    }
messages-file-keep = إرساله مع الرسالة
messages-file-document = مستند
messages-file-text = نص
messages-file-audio = صوت
messages-file-archive = ملف مضغوط
messages-file-empty = الملف «{ $name }» فارغ. يُرجى اختيار ملف آخر.
messages-file-too-large = الملف «{ $name }» أكبر من { $size } ميغابايت. يُرجى اختيار ملف أصغر.
error-file-too-large = هذا الملف كبير جدًا. أقصى حجم للملف { $max } ميغابايت.
messages-file-kind = لا يمكن إرسال «{ $name }» هنا بسبب نوعه. يمكن عادةً إرسال المستندات والنصوص والصوت والملفات المضغوطة.
messages-file-gone = لم يعد أحد الملفات موجودًا. يُرجى اختياره من جديد.
messages-file-quota = استهلكت صورك وملفاتك المساحة المتاحة وهي { $size } ميغابايت. يُرجى حذف ما لا حاجة إليه ثم المحاولة من جديد.

### صفحة الإدارة الخاصة بها.

admin-files-title = ملفات الرسائل
admin-files-text-above = يمكن للأعضاء تبادل ملفات إلى جانب الصور. تُحفظ كما هي، ولا تُفتح هنا أبدًا بل تُنزَّل فقط. لا تُقبل البرامج ولا صفحات الويب.
admin-files-kinds = ما يمكن إرساله
admin-files-documents = المستندات: PDF وملفات المكتب والكتب
admin-files-text = النصوص والجداول
admin-files-audio = الصوت
admin-files-archives = الملفات المضغوطة مثل ZIP
admin-files-size = أكبر حجم للملف بالميغابايت
admin-files-size-hint = من 1 إلى { $most }.

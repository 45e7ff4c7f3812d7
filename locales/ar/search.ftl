### Looking for people, posts, comments, photos, events and groups.

search-box = ابحث
search-title = البحث
search-title-words = نتائج البحث عن «{ $words }»
search-kinds = ما يُعرض
search-all = الكل
search-people = الأعضاء
search-posts = المنشورات
search-comments = التعليقات
search-photos = الصور
search-events = الفعاليات
search-groups = المجموعات
search-more-people = مزيد من الأعضاء
search-more-posts = مزيد من المنشورات
search-more-comments = مزيد من التعليقات
search-more-photos = مزيد من الصور
search-more-events = مزيد من الفعاليات
search-more-groups = مزيد من المجموعات
search-narrow = تضييق البحث
search-from = بقلم
search-from-hint = معرّف أحد الأعضاء، مثل «amina»
search-from-unknown = لا أحد لديه هذا المعرّف.
search-at = في هذا المكان
search-at-hint = للفعاليات فقط: كلمات من اسم المكان أو عنوانه
search-after = ابتداءً من هذا اليوم
search-before = حتى هذا اليوم
search-on-wall = في الملف الشخصي لـ { $name }
search-under-post = على منشور لـ { $name }
search-covered = محجوب بسبب كلمتك «{ $word }»
search-begin-title = عمّ تبحث؟
search-begin-text = اكتب اسمًا، أو كلمات من منشور أو تعليق أو فعالية أو مجموعة أو وصف صورة. تظهر لك النتائج التي يحق لك رؤيتها.
search-none-title = لا توجد نتائج
search-none-text = جرّب كلمات أقل أو كتابة أخرى لها. تحتوي النتائج على كل الكلمات التي كتبتها.
search-none-yet-title = لا شيء بين الأحدث
search-none-yet-text = هذه الكلمات شائعة جدًا، فلم نبحث إلا في أحدث المنشورات التي تحتوي عليها. يمكنك الرجوع إلى ما قبلها.
search-filling = ما زال تجهيز المنشورات الأقدم للبحث جاريًا، وقد لا يظهر بعضها الآن.
search-offers =
    { $count ->
        [zero] لا اقتراحات
        [one] اقتراح واحد، اختره بمفاتيح الأسهم
        [two] اقتراحان، اختر بمفاتيح الأسهم
        [few] { $count } اقتراحات، اختر بمفاتيح الأسهم
        [many] { $count } اقتراحًا، اختر بمفاتيح الأسهم
       *[other] { $count } اقتراح، اختر بمفاتيح الأسهم
    }

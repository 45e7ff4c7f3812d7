### The member directory.

people-title = الأعضاء
people-search = ابحث بالاسم
people-found = نتائج البحث عن «{ $query }»
people-posts-with-tag = منشورات بهذا الوسم
people-none-title = لم نعثر على أحد
people-none-text = جرّب بداية الاسم الأول أو اسم العائلة أو المعرّف.
people-show-all = اعرض الجميع
people-in-common =
    { $count ->
        [zero] لا أصدقاء مشتركين
        [one] صديق مشترك واحد
        [two] صديقان مشتركان
        [few] { $count } أصدقاء مشتركين
        [many] { $count } صديقًا مشتركًا
       *[other] { $count } صديق مشترك
    }

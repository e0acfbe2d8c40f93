"""First names that are common in the Netherlands, for finding a name beside a condition. Data, chosen by hand.

The guide was what children in Dutch primary and secondary schools are called: names that return year after year in
the lists of most given names (published by the Sociale Verzekeringsbank), and names common in families from Turkey,
Morocco, Suriname, Poland, Syria, Eritrea and Ukraine. Names that are an ordinary word at the beginning of a Dutch
sentence (Roos, Storm, Elke, Mees, Bloem, Sterre, Mare, Rens, Wolf, Merel, Beer, Hugo de Groot's *Groot*) and names of
widely used teaching methods (Sil) are left out: what they cost in false findings is more than what they find.
"""

_NAMES = """
Aaron Abdullah Abel Adam Adem Ahmed Aisha Alex Alexander Ali Alicia Alina Amber Amelia Amina Amine Amir Amira
Amy Ana Anas Anastasia Anna Anne Annelies Anouk Arthur Asya Aya Ayaan Ayoub Azra Bas Ben Benjamin Bilal Boaz
Bob Boris Bram Brent Bryan Cas Casper Cato Charlotte Chloé Chris Clara Daan Dani Daniel Danique David Dean
Demi Denise Dennis Destiny Dex Diego Dilara Dina Dion Dylan Elif Elin Eline Elisa Elise Ella Emily Emir Emma
Emre Enes Esmee Esra Ethan Eva Evi Evy Fabian Fatima Feline Femke Fenna Fenne Ferre Fien Fiene Filip Finn
Fleur Floor Floris Frederique Giel Gijs Guus Hailey Hajar Hamza Hanna Hannah Hasan Hatice Hidde Hugo Ibrahim
Ilias Ilyas Imane Imran Ines Isa Isabel Isabella Isabelle Ismail Ivan Ivy Jaap Jack Jackson Jada Jade Jake
Jamal James Jan Jana Jasmijn Jason Jasper Jayden Jelle Jens Jeroen Jesse Jill Joas Joep Johan Jonas Jonathan
Joost Jordy Joris Josephine Joshua Joy Jozef Juda Jules Julia Julian Julie Juliette Julius Jur Jurre Kaan
Kacper Karim Karlijn Kate Kaya Kevin Khadija Kian Kim Kyan Lana Lara Lars Laura Lauren Layla Lea Leah Lena
Lenn Lenny Leo Leon Leonie Levi Lewis Leyla Liam Lieke Liesbeth Lily Lina Linn Lisa Lisanne Liv Liva Liyah Liz
Lize Lizzy Loek Logan Lola Lotte Lou Louis Louise Loïs Luca Lucas Lucy Luka Lukas Luna Luuk Lynn Maartje Maddy
Maeve Maja Malak Malik Mandy Manon Marieke Marit Mark Marley Marwa Maryam Mason Mathijs Matteo Matthijs Maud
Maurits Max Maxim Meryem Mette Mia Micha Michael Mick Miguel Mika Mikail Mike Mila Milan Milou Miran Mirthe
Mohamed Mohammad Mohammed Morris Muhammed Mustafa Myrthe Nadia Naomi Natalia Nathan Nick Niek Niels Niene
Nikki Nina Nino Noa Noah Noor Noortje Nora Norah Nour Nova Noëlle Olaf Oleksandr Oliver Olivia Olivier Omar
Oscar Oskar Otis Owen Phileine Philip Pien Pieter Pim Pippa Puck Quinn Quinten Rachid Raf Rafael Ravi Rayan
Rayen Rhodé Robin Romy Rosalie Rosie Ruben Ryan Saar Salma Sam Samir Samira Samuel Sanne Sara Sarah Savannah
Seb Sef Selin Sem Senna Sepp Siem Sienna Silke Simon Siya Sofia Sofie Sophia Sophie Stan Stefan Stijn Suze
Sven Tara Tess Tessa Teun Thijmen Thijn Thijs Thom Thomas Tijn Tim Timo Tobias Tom Tommy Tristan Tuur Twan
Tygo Umut Valentijn Veerle Vera Vesper Victoria Viggo Vince Vincent Willem Wouter Xavi Xavier Yara Yasin
Yasmina Yasmine Younes Youssef Yusuf Zara Zaïd Zeynep Zoey Zoë
"""
FIRST_NAMES = frozenset(_NAMES.split())
